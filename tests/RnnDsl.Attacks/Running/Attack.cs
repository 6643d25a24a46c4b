using System.Diagnostics;
using System.Globalization;

namespace RnnDsl.Attacks.Running;

/// <summary>Runs the cases of an attack, prints what fails, and sums up.</summary>
internal static class Attack
{
    /// <summary>Runs an attack.</summary>
    /// <returns>The exit code: 0, or 1 where a case failed.</returns>
    public static int Run(IAttack attack, Limits limits)
    {
        var started = Stopwatch.GetTimestamp();
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var done = 0;
        while (done < limits.Count && !IsOver(started, limits))
        {
            var seeds = Enumerable
                .Range(done, Math.Min(attack.Together, limits.Count - done))
                .Select(number => limits.Seed + (ulong)number)
                .ToArray();
            foreach (var failure in attack.Try(seeds))
            {
                Print(attack, failure, isNew: kinds.TryAdd(failure.Kind, 0));
                kinds[failure.Kind]++;
            }

            done += seeds.Length;
        }

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

    private static bool IsOver(long started, Limits limits) =>
        limits.Seconds is { } seconds && Stopwatch.GetElapsedTime(started).TotalSeconds >= seconds;

    private static void Print(IAttack attack, Failure failure, bool isNew)
    {
        var again = string.Create(
            CultureInfo.InvariantCulture,
            $"dotnet run --project tests/RnnDsl.Attacks -- {attack.Name} --seed {failure.Seed} --count 1"
        );
        Console.WriteLine(
            isNew ? $"FAILED: {failure.Kind}\n{failure.Details}\n{again}\n" : $"failed again: {failure.Kind}\n{again}\n"
        );
    }
}
