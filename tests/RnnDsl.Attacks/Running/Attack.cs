using System.Diagnostics;
using System.Globalization;

namespace RnnDsl.Attacks.Running;

/// <summary>Runs the cases of an attack in processes side by side, prints what fails, and sums up.</summary>
internal sealed class Attack(IAttack attack, Limits limits)
{
    private const int MostWorkers = 2;

    private readonly long started = Stopwatch.GetTimestamp();
    private readonly Dictionary<string, int> kinds = new(StringComparer.Ordinal);
    private readonly Lock mine = new();
    private int next;
    private int done;

    /// <summary>Runs an attack.</summary>
    /// <returns>The exit code: 0, or 1 where a case failed.</returns>
    public int Run()
    {
        var workers = Math.Min(MostWorkers, (limits.Count + attack.Together - 1) / attack.Together);
        Task.WaitAll(
            Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning))
        );
        foreach (var (kind, count) in kinds.OrderByDescending(kind => kind.Value))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} times: {kind}"));
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{attack.Name}: {done} {attack.Name}, {kinds.Values.Sum()} failures, seed {limits.Seed}, {seconds:F0} s"
            )
        );
        return kinds.Count > 0 ? 1 : 0;
    }

    private void Work()
    {
        var worker = new Worker(attack);
        while (Take() is { Length: > 0 } seeds)
        {
            var (failures, end) = worker.Try(seeds);
            Report(failures);
            if (end is not null)
            {
                worker.Dispose();
                worker = new Worker(attack);
                FindWhatEnded(seeds, end, failures);
            }

            Count(seeds.Length);
        }

        worker.Dispose();
    }

    /// <summary>Runs each seed again, in a separate process.</summary>
    private void FindWhatEnded(ulong[] seeds, string end, IReadOnlyList<Failure> known)
    {
        foreach (var seed in seeds.Where(seed => known.All(failure => failure.Seed != seed)))
        {
            var again = end;
            if (seeds.Length > 1)
            {
                using var worker = new Worker(attack);
                (var failures, again) = worker.Try([seed]);
                Report(failures);
            }

            if (again is not null)
            {
                Report([new(seed, MessageShape.Of(again), again)]);
            }
        }
    }

    private ulong[] Take()
    {
        lock (mine)
        {
            if (limits.Seconds is { } seconds && Stopwatch.GetElapsedTime(started).TotalSeconds >= seconds)
            {
                return [];
            }

            var first = next;
            next = Math.Min(next + attack.Together, limits.Count);
            return [.. Enumerable.Range(first, next - first).Select(number => limits.Seed + (ulong)number)];
        }
    }

    private void Count(int cases)
    {
        lock (mine)
        {
            done += cases;
        }
    }

    private void Report(IReadOnlyList<Failure> failures)
    {
        lock (mine)
        {
            foreach (var failure in failures)
            {
                Print(failure);
                kinds[failure.Kind] = kinds.GetValueOrDefault(failure.Kind) + 1;
            }
        }
    }

    private void Print(Failure failure) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                FAILED: {failure.Kind}
                {failure.Details}
                Again: dotnet run --project tests/RnnDsl.Attacks -- {attack.Name} --seed {failure.Seed} --count 1

                """
            )
        );
}
