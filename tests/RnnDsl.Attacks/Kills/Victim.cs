using System.Diagnostics;
using System.Globalization;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Kills;

/// <summary>A process that trains and saves.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly Task reading;
    private readonly TaskCompletionSource hasLoaded = new();
    private readonly TaskCompletionSource hasSaved = new();

    public Victim(string folder, int seed)
    {
        var start = OwnProcess.Of(VictimCommand.Name, folder, seed.ToString(CultureInfo.InvariantCulture));
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
        reading = Task.Run(Read);
    }

    /// <summary>The steps of the checkpoint that it has loaded; null if it has not loaded one yet.</summary>
    public long? Loaded { get; private set; }

    /// <summary>The steps of the last checkpoint whose saving has returned; -1 before the first.</summary>
    public long Saved { get; private set; } = -1;

    /// <summary>Whether it has ended.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Waits until it trains, or has ended.</summary>
    public void WaitUntilLoaded() => Task.WaitAny(hasLoaded.Task, reading);

    /// <summary>Waits until it saves repeatedly, or has ended.</summary>
    public void WaitUntilSaved() => Task.WaitAny(hasSaved.Task, reading);

    /// <summary>Kills it, as a power failure would, and reads its output so far.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
        reading.Wait();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The error; null if there is none.</returns>
    public string? Finish()
    {
        reading.Wait();
        process.WaitForExit();
        return IsDone ? null : $"exit code {process.ExitCode}: {errors.Result}";
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Read()
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Number(line, VictimCommand.Loaded) is { } loaded)
            {
                Loaded = loaded;
                hasLoaded.TrySetResult();
            }

            if (Number(line, VictimCommand.Saved) is { } saved)
            {
                Saved = saved;
                hasSaved.TrySetResult();
            }

            IsDone |= line == VictimCommand.Done;
        }
    }

    private static long? Number(string line, string start) =>
        line.StartsWith(start, StringComparison.Ordinal)
        && long.TryParse(line.AsSpan(start.Length), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
