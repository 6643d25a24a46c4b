using RnnDsl.Attacks.Programs.Checks;

namespace RnnDsl.Attacks.Programs;

/// <summary>Makes the numbers of a failing trial smaller: fewer examples, shorter ones, smaller dims.</summary>
/// <param name="fails">Whether they fail still.</param>
internal sealed class TrialShrinker(Func<Trials, bool> fails)
{
    public Trials Shrink(Trials trials, Check check)
    {
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var smaller in Smaller(check.IsOfLarge ? trials.Large : trials.Small))
            {
                var next = check.IsOfLarge ? trials with { Large = smaller } : trials with { Small = smaller };
                if (fails(next))
                {
                    trials = next;
                    isSmaller = true;
                    break;
                }
            }
        }

        return trials;
    }

    private static IEnumerable<Trial> Smaller(Trial trial)
    {
        var (sizes, lengths) = (trial.Sizes, trial.Lengths);
        for (var part = lengths.Count / 2; part > 0; part /= 2)
        {
            yield return trial with
            {
                Lengths = [.. lengths.Skip(part)],
            };
            yield return trial with
            {
                Lengths = [.. lengths.SkipLast(part)],
            };
        }

        if (lengths.Any(length => length > 1))
        {
            yield return trial with
            {
                Lengths = [.. lengths.Select(length => (length + 1) / 2)],
            };
            yield return trial with
            {
                Lengths = [.. lengths.Select(length => Math.Max(1, length - 1))],
            };
        }

        foreach (var (dim, size) in sizes.Where(size => size.Value > 1))
        {
            foreach (var smaller in new[] { 1, 2, size / 2, size - 1 }.Where(smaller => smaller < size).Distinct())
            {
                yield return trial with
                {
                    Sizes = sizes.ToDictionary(
                        item => item.Key,
                        item => item.Key == dim ? smaller : item.Value,
                        StringComparer.Ordinal
                    ),
                };
            }
        }
    }
}
