using System.Globalization;
using System.Text;
using RnnDsl.Attacks.Files.Formats;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Files;

/// <summary>Mutated files of every format that is read: the right result or the documented exception, never slow, never large.</summary>
internal sealed class FilesAttack : IAttack
{
    private const int Attempts = 400;
    private const int Shown = 300;

    public string Name => "files";

    public int Together => 64;

    public IEnumerable<Failure> Try(IReadOnlyList<ulong> seeds)
    {
        var folder = Directory.CreateTempSubdirectory("rnndsl-files-").FullName;
        try
        {
            return [.. seeds.Select(seed => Try(seed, folder)).OfType<Failure>()];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Failure? Try(ulong seed, string folder)
    {
        var draw = new Draw(seed);
        var file = AllFormats.Draw(draw);
        var trial = FileTrial.Draw(draw, file);
        var path = Path.Combine(folder, "data" + file.Extension);
        if (FileReading.Find(file, trial, path) is not { } wrong)
        {
            return null;
        }

        var kind = $"{file.Name}: {MessageShape.Of(wrong)}";
        if (!trial.IsDamaged && !trial.IsBomb)
        {
            // What was compressed and is wrong plain too is shown plain.
            bool Fails(byte[] bytes) =>
                FileReading.Find(file, new(bytes, bytes), path) is { } found
                && $"{file.Name}: {MessageShape.Of(found)}" == kind;
            if (Fails(trial.Plain))
            {
                var small = ByteShrinker.Shrink(trial.Plain, Fails, Attempts);
                trial = new(small, small);
                wrong = FileReading.Find(file, trial, path) ?? wrong;
            }
        }

        return new(seed, kind, $"{wrong}\n{Show(trial.Bytes)}");
    }

    private static string Show(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var value in bytes.Take(Shown))
        {
            _ = value is >= 32 and < 127 or (byte)'\n'
                ? text.Append((char)value)
                : text.Append(CultureInfo.InvariantCulture, $"<{value:X2}>");
        }

        return bytes.Length <= Shown
            ? text.ToString()
            : text.Append(CultureInfo.InvariantCulture, $"... {bytes.Length} bytes").ToString();
    }
}
