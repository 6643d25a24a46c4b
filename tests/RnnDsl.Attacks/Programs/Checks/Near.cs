using System.Globalization;
using RnnDsl.Attacks.Programs.Nets;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>Compares numbers of generated code with those of the reference execution.</summary>
internal static class Near
{
    private const double Tolerance = 3e-5;

    /// <summary>The first number that is too far away, or null.</summary>
    /// <param name="net">Whose numbers they are.</param>
    /// <param name="expected">Computes those of the reference execution, from the parameters as they are.</param>
    /// <param name="actual">Those of generated code.</param>
    public static string? Difference(Net net, Func<double[]> expected, IReadOnlyList<double> actual)
    {
        var numbers = expected();
        if (numbers.Length != actual.Count)
        {
            return $"{actual.Count} numbers, expected {numbers.Length}";
        }

        // Beyond this a float loses digits that no tolerance gives back.
        const double Large = 1e4;
        var far = Enumerable.Range(0, numbers.Length).Where(i => IsFar(numbers[i], actual[i], 0)).ToList();
        if (far.Count == 0 || numbers.Any(x => !(Math.Abs(x) < Large)))
        {
            return null;
        }

        var condition = Condition.Of(net, expected);
        var worst = far.FindIndex(i => IsFar(numbers[i], actual[i], condition[i]));
        return worst < 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"number {far[worst]} of {numbers.Length} is {actual[far[worst]]:g7}, expected {numbers[far[worst]]:g7}"
            );
    }

    private static bool IsFar(double expected, double actual, double condition) =>
        !(Math.Abs(expected - actual) <= Tolerance * (1 + Math.Abs(expected)) + condition);
}
