using RnnDsl.Attacks.Programs.Nets;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>A stream gives what <c>Predict</c> gives for the steps so far.</summary>
internal static class Streams
{
    private const int MostSteps = 6;
    private const double Tolerance = 1e-5;

    public static string? Prefixes(Subject subject)
    {
        var net = subject.Net;
        Func<Datum[], float[]> push;
        try
        {
            push = net.Stream();
        }
        catch (NotSupportedException)
        {
            return null;
        }

        var input = subject.Inputs[0];
        // What is no sequence is the same at each step.
        for (var t = 0; t < Math.Min(MostSteps, subject.Lengths[0]); t++)
        {
            var pushed = push(net.Forward.Cut(input, t..(t + 1)));
            var soFar = net.Predict(net.Forward.Cut(input, ..(t + 1)));
            var expected = net.Forward.GivesSequence ? soFar[^(soFar.Length / (t + 1))..] : soFar;
            if (
                pushed.Length != expected.Length
                || Enumerable
                    .Range(0, pushed.Length)
                    .Any(i => !(Math.Abs(pushed[i] - expected[i]) <= Tolerance * (1 + Math.Abs(expected[i]))))
            )
            {
                return $"Push of step {t} gives {Join(pushed)}, Predict of the steps so far {Join(expected)}";
            }
        }

        return null;
    }

    /// <summary>Streams that take their steps side by side, and not all at each step.</summary>
    public static string? SideBySide(Subject subject)
    {
        var net = subject.Net;
        const int Rows = 3;
        Func<Datum[], float[]> push;
        try
        {
            push = net.Streams(Rows);
        }
        catch (NotSupportedException)
        {
            return null;
        }

        var alone = Enumerable.Range(0, Rows).Select(_ => net.Stream()).ToArray();
        var random = new Random(1);
        for (var step = 0; step < MostSteps; step++)
        {
            int[] ids = [.. Enumerable.Range(0, Rows).Where(_ => random.Next(3) > 0).OrderBy(_ => random.Next())];
            if (ids.Length == 0)
            {
                continue;
            }

            var inputs = ids.Select(_ => net.Forward.Draw(random, 1)).ToList();
            var together = push([
                new([], ids),
                .. net.Forward.Arguments.Select((_, i) => Datum.Join([.. inputs.Select(input => input[i])])),
            ]);
            float[] expected = [.. ids.SelectMany((id, i) => alone[id](inputs[i]))];
            if (Bits.Difference(expected, together) is { } difference)
            {
                return $"step {step} of the streams {string.Join(' ', ids)}: {difference}";
            }
        }

        return null;
    }

    private static string Join(float[] values) =>
        string.Join(
            ' ',
            values.Take(4).Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
}
