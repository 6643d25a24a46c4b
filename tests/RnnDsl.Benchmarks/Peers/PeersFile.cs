using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Peers;

/// <summary>The times of other systems: a measurement in each line, but for comments that begin with # and empty lines.</summary>
public static class PeersFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is no measurement, or of a cell that we do not have.</exception>
    public static IReadOnlyList<PeerTime> Read(string path) =>
        [
            .. File.ReadLines(path)
                .Select((text, index) => (Text: text.Trim(), Number: index + 1))
                .Where(line => line.Text.Length > 0 && !line.Text.StartsWith('#'))
                .Select(line => Parse(line.Text, $"{path}, line {line.Number}")),
        ];

    private static PeerTime Parse(string text, string place)
    {
        var line =
            Measurement.TryParse(text)
            ?? throw new InvalidDataException(
                $"{place}: '{text}' is no time of a peer. Expected {Measurement.Form}, "
                    + $"with one of the passes {string.Join(", ", Pass.All)}."
            );
        return PeerNames.Find(line.System, line.Cell) is var (peer, cells)
            ? new(peer, cells, line)
            : throw new InvalidDataException(
                $"{place}: {line.System} has no cell '{line.Cell}' that could be compared with one of "
                    + $"{string.Join(", ", Contender.All.Select(x => x.Name))}."
            );
    }
}
