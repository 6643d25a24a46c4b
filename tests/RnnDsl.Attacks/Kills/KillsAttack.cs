using System.Diagnostics;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Kills;

/// <summary>
/// A process that trains and saves is killed (SIGKILL) at a random time, while it starts, trains or saves, and another resumes from the
/// checkpoint, again and again. A case is one kill. A checkpoint whose saving has returned is not lost, no kill leaves more than one
/// unfinished file, and the last process ends with the bits of an undisturbed run, and leaves none.
/// </summary>
internal sealed class KillsAttack : IAttack
{
    /// <summary>The kills of one run: the last process runs to the end, which takes longer than a kill.</summary>
    private const int KillsOfRun = 10;

    private const int MostMilliseconds = 250;

    public string Name => "kills";

    public int Together => KillsOfRun;

    public IEnumerable<Failure> Try(IReadOnlyList<ulong> seeds)
    {
        // The run is that of the kills that a seed belongs to, so that one kill can be repeated.
        var seed = (int)(seeds[0] / KillsOfRun);
        var folder = Directory.CreateTempSubdirectory("kills").FullName;
        try
        {
            var saved = -1L;
            foreach (var kill in seeds)
            {
                if (Kill(folder, seed, new Random((int)kill), ref saved) is { } wrong)
                {
                    return [Describe(kill, wrong, seed)];
                }
            }

            return Finish(folder, seed, saved) is { } different ? [Describe(seeds[^1], different, seed)] : [];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Starts a process and kills it, unless it ends before.</summary>
    private static string? Kill(string folder, int seed, Random random, ref long saved)
    {
        using var victim = new Victim(folder, seed);
        // Mostly while it trains and saves, sometimes while it starts, loads, and trains for the first time.
        switch (random.Next(8))
        {
            case 0:
                break;
            case 1:
                victim.WaitUntilLoaded();
                break;
            default:
                victim.WaitUntilSaved();
                break;
        }

        Wait(random.NextDouble() * MostMilliseconds);
        victim.Kill();
        if (victim.Loaded is { } loaded && loaded < saved)
        {
            return $"A checkpoint of {saved} steps was saved, and one of {loaded} is there";
        }

        saved = Math.Max(saved, victim.Saved);
        var left = Directory
            .GetFiles(folder, "*.tmp")
            .GroupBy(file => file[..file.IndexOf(".ckpt", StringComparison.Ordinal)]);
        return left.Any(files => files.Count() > 1) ? "More than one unfinished file is left" : null;
    }

    private static string? Finish(string folder, int seed, long saved)
    {
        using var last = new Victim(folder, seed);
        if (last.Finish() is { } end)
        {
            return $"The last process failed: {end}";
        }

        if (last.Loaded < saved)
        {
            return $"A checkpoint of {saved} steps was saved, and one of {last.Loaded} is there";
        }

        string[] expected = [VictimCommand.Final, VictimCommand.Checkpoint];
        var files = Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        if (!files.SequenceEqual(expected))
        {
            return $"The last process leaves '{string.Join(", ", files)}'";
        }

        var (parameters, losses) = new KilledRun(seed).Finish();
        var resumed = new KilledRun(seed).Training;
        resumed.LoadCheckpoint(Path.Combine(folder, VictimCommand.Final));
        return !resumed.Parameters.ToArray().SequenceEqual(parameters) ? "The parameters are other bits"
            : !resumed.History.Select(epoch => epoch.ValidationLoss ?? epoch.Loss).SequenceEqual(losses)
                ? "The history is another"
            : null;
    }

    private static Failure Describe(ulong kill, string wrong, int seed) =>
        new(kill, MessageShape.Of(wrong), $"{wrong}\n{new KilledRun(seed).Text}");

    /// <summary>To a part of a millisecond, as short as saving is.</summary>
    private static void Wait(double milliseconds)
    {
        var clock = Stopwatch.StartNew();
        if (milliseconds > 2)
        {
            Thread.Sleep((int)milliseconds - 1);
        }

        while (clock.Elapsed.TotalMilliseconds < milliseconds)
        {
            Thread.SpinWait(100);
        }
    }
}
