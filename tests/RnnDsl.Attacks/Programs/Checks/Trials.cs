using RnnDsl.Attacks.Programs.Nets;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>The numbers that a training is tried with: a few small ones, and as many as threads share out.</summary>
/// <param name="Small">Few units, rows and steps: the reference execution runs it often.</param>
/// <param name="Large">Many: around the edges of tiles and lanes, and beyond.</param>
internal sealed record Trials(Trial Small, Trial Large)
{
    private static readonly int[] smallSizes = [1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 33];
    private static readonly int[] largeSizes = [1, 3, 8, 17, 24, 33, 48, 64, 100, 150];

    // Enough parameters that threads also split the units of a stage: few programs, since they take long.
    private const int UsualParameters = 30_000;
    private const int MostParameters = 300_000;

    /// <summary>The numbers of a seed.</summary>
    public static Trials Draw(Type training, ulong seed)
    {
        var random = new Random(unchecked((int)seed));
        Trial One(int[] sizes, int rows, int longest) =>
            new(
                Net.DimsOf(training)
                    .ToDictionary(dim => dim, _ => sizes[random.Next(sizes.Length)], StringComparer.Ordinal),
                [.. Enumerable.Range(0, rows).Select(_ => 1 + random.Next(longest))],
                random.Next()
            );
        return new(
            One(smallSizes, 1 + random.Next(4), random.Next(4) == 0 ? 20 : 6),
            Limit(
                training,
                One(largeSizes, 8 + random.Next(33), 40),
                random.Next(10) == 0 ? MostParameters : UsualParameters
            )
        );
    }

    /// <summary>Halves the largest dim until the net has no more parameters than this.</summary>
    private static Trial Limit(Type training, Trial trial, int parameters)
    {
        var sizes = trial.Sizes.ToDictionary(StringComparer.Ordinal);
        while (sizes.Count > 0 && new Net(training, sizes).Parameters.TrainableCount > parameters)
        {
            var (largest, size) = sizes.MaxBy(size => size.Value);
            if (size == 1)
            {
                break;
            }

            sizes[largest] = size / 2;
        }

        return trial with
        {
            Sizes = sizes,
        };
    }

    /// <summary>The first check that fails, or null.</summary>
    public Violation? Examine(Type training, Func<Check, bool> which)
    {
        Subject? small = null;
        Subject? large = null;
        foreach (var check in Check.All.Where(which))
        {
            var subject = check.IsOfLarge ? large ??= new(training, Large) : small ??= new(training, Small);
            if (Find(check, subject) is { } violation)
            {
                return violation;
            }
        }

        return null;
    }

    private static Violation? Find(Check check, Subject subject)
    {
        try
        {
            return check.Find(subject) is { } message ? new(check, check.Name, message) : null;
        }
        catch (Training.TrainingDivergedException exception)
        {
            // A loss that grows beyond all floats is the program's own.
            const double Most = 1e6;
            return subject.Samples.Any(sample => !(Math.Abs(subject.Net.Loss.Run(sample)[0]) < Most))
                ? null
                : new(check, $"{check.Name}: {exception.GetType().Name}", exception.Message);
        }
        catch (Exception exception)
        {
            return new(
                check,
                $"{check.Name}: {exception.GetType().Name} {MessageShape.Of(exception.Message)}",
                exception.ToString()
            );
        }
    }
}
