using System.CommandLine;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>At which sizes to time.</summary>
internal static class PointOption
{
    /// <param name="unless">Those without it, for <c>--help</c>.</param>
    public static Option<Point[]> Create(string unless) =>
        ListOption.Create<Point>(
            "--point",
            "H,B,T,I",
            $"The sizes: units, sequences in a batch, steps, elements of a step; without it, {unless}.",
            "H,B,T,I: units, batch, steps and input, each at least 1",
            (text, out value) => Point.TryParse(text.Split(','), out value)
        );
}
