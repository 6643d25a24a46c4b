using System.Globalization;
using RnnDsl.Attacks.Programs.Nets;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>
/// Generated gradients against central differences of the reference execution, which computes in double precision: for each parameter
/// in a random direction, so that all its elements take part.
/// </summary>
internal static class Gradients
{
    private const double Tolerance = 1e-4;

    // Powers of two that floats add to parameters on a grid exactly; the smaller one steps over fewer kinks.
    private static readonly double[] steps = [Math.Pow(2, -14), Math.Pow(2, -18), Math.Pow(2, -21)];

    public static string? OfEachParameter(Subject subject)
    {
        var net = subject.Net;
        var gradients = net.Training.Gradients(subject.Samples);
        var random = new Random(subject.Samples.Count);
        foreach (var part in Part.Of(net.Parameters))
        {
            var direction = Enumerable
                .Range(part.Start, part.Length)
                .Select(place => (place, random.Next(2) * 2 - 1))
                .ToList();
            if (Difference(subject, part, direction, gradients) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? Difference(
        Subject subject,
        Part part,
        IReadOnlyList<(int Place, int Sign)> direction,
        float[] gradient
    )
    {
        double Along(ReadOnlySpan<float> values)
        {
            var sum = 0.0;
            foreach (var (place, sign) in direction)
            {
                sum += sign * values[place];
            }

            return sum;
        }

        var actual = Along(gradient);
        var norm = Math.Sqrt(direction.Sum(d => (double)gradient[d.Place] * gradient[d.Place]));
        // A layer norm that divides by nearly nothing makes some 1e-5 of the last place of a float.
        var tolerance = Tolerance * (norm + 0.5);
        foreach (var step in steps)
        {
            var (expected, error) = Derivative(subject, direction, step);
            if (Math.Abs(expected - actual) <= tolerance + error)
            {
                return null;
            }

            if (error > tolerance || !double.IsFinite(expected))
            {
                continue;
            }

            // Where parameters that differ in their last digits have other gradients, floats do not know it better.
            var net = subject.Net;
            double[] Again() => [Along(net.Training.Gradients(subject.Samples))];
            var condition = Condition.Of(net, Again)[0];
            return Math.Abs(expected - actual) <= tolerance + error + condition
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"the derivative of {part.Name} {part.Shape} in a direction is {actual:g6}, the difference quotient {expected:g6}"
                );
        }

        // A kink at every step: no derivative to compare with.
        return null;
    }

    /// <summary>By the 5-point formula; the error is how far the 3-point formulas and the one-sided ones are apart.</summary>
    private static (double Value, double Error) Derivative(
        Subject subject,
        IReadOnlyList<(int Place, int Sign)> direction,
        double step
    )
    {
        var saved = subject.Net.Parameters.ToArray();
        double At(int times)
        {
            Shift(subject.Net, saved, direction, times * step);
            return Enumerable.Range(0, subject.Samples.Count).Average(subject.NoisyLoss);
        }

        var (left2, left, middle, right, right2) = (At(-2), At(-1), At(0), At(1), At(2));
        Shift(subject.Net, saved, direction, 0);
        var near = (right - left) / (2 * step);
        var far = (right2 - left2) / (4 * step);
        // A kink shows in second differences that do not shrink with the square of the step.
        var bend = Math.Abs(right - 2 * middle + left) / step;
        var bend2 = Math.Abs(right2 - 2 * middle + left2) / (2 * step);
        var kink = Math.Abs(bend2 - 2 * bend);
        return ((4 * near - far) / 3, Math.Abs(near - far) + kink + 1e-13 * Math.Abs(middle) / step);
    }

    private static void Shift(Net net, float[] saved, IReadOnlyList<(int Place, int Sign)> direction, double shift)
    {
        var values = saved.ToArray();
        foreach (var (place, sign) in direction)
        {
            values[place] = (float)(saved[place] + sign * shift);
        }

        net.Parameters.Set(values);
    }
}
