using System.Diagnostics;
using System.Globalization;
using RnnDsl.Data;

namespace RnnDsl.Attacks.Files;

/// <summary>Reads a file with the library, and checks the result.</summary>
internal static class FileReading
{
    private const int LongestMessage = 4000;
    private const double MostSeconds = 2;

    // A line may have 16 MB, which is held as bytes, as it grows, and as text.
    private const long MostBytesOfBomb = 256L << 20;
    private const long MostBytes = 16L << 20;
    private const long MostBytesOfByte = 160;

    /// <returns>The error; null if there is none.</returns>
    public static string? Find(FileCase file, FileTrial trial, string path)
    {
        File.WriteAllBytes(path, trial.Bytes);
        string? result = null;
        Exception? refusal = null;
        var began = Process.GetCurrentProcess().TotalProcessorTime;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            result = file.Read(path);
        }
        catch (Exception exception)
        {
            refusal = exception;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - began).TotalSeconds;
        return Results(file, trial, result, refusal) ?? Refusals(refusal) ?? Costs(trial, allocated, seconds);
    }

    private static string? Results(FileCase file, FileTrial trial, string? result, Exception? refusal)
    {
        if (trial.IsBomb)
        {
            return result is null ? null : "a line of 200 MB is read";
        }

        var truth = file.Truth(trial.Plain);
        if (truth == FileCase.Unknown)
        {
            truth = result is null ? null : file.Goal;
        }

        if (result is null)
        {
            return truth is null || trial.IsDamaged ? null : $"a right file is refused: {refusal!.Message}";
        }

        return truth is null ? $"a wrong file is read, as {Cut(result)}"
            : result == truth ? null
            : $"another file is read: {Cut(result)}; expected {Cut(truth)}";
    }

    private static string? Refusals(Exception? refusal) =>
        refusal is null ? null
        : refusal is not (DataFormatException or InvalidDataException)
            ? $"{refusal.GetType().Name} is not documented: {refusal}"
        : refusal.Message.Length > LongestMessage
            ? string.Create(CultureInfo.InvariantCulture, $"the message has {refusal.Message.Length} characters")
        : null;

    private static string? Costs(FileTrial trial, long allocated, double seconds)
    {
        // A damaged file may also be the start of a decompression bomb.
        var most = trial.IsBomb || trial.IsDamaged ? MostBytesOfBomb : MostBytes + MostBytesOfByte * trial.Plain.Length;
        return allocated > most
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{allocated} bytes are allocated, expected at most {most}"
                )
            : seconds > MostSeconds
                ? string.Create(CultureInfo.InvariantCulture, $"it takes {seconds:F1} s of computing")
            : null;
    }

    private static string Cut(string text) => text.Length <= 300 ? text : text[..300] + "...";
}
