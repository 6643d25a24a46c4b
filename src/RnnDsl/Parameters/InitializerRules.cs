using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>Which parameters and numbers an initializer goes with.</summary>
internal static class InitializerRules
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such initializer, or a number is not one that it takes.</exception>
    /// <exception cref="ArgumentException">The parameter has not the shape for it.</exception>
    public static void Check(ParameterInfo item, Initializer initializer, double value, double? high)
    {
        if (initializer is < Initializer.Zeros or > Initializer.Chrono)
        {
            throw new ArgumentOutOfRangeException(
                nameof(initializer),
                initializer,
                $"There is no such initializer for parameter '{item.Name}'."
            );
        }

        if (!float.IsFinite((float)value) || high is { } upper && !float.IsFinite((float)upper))
        {
            throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                $"The number of an initializer for parameter '{item.Name}' is no finite float."
            );
        }

        if (high is { } end && !(initializer == Initializer.Uniform && end > value))
        {
            throw new ArgumentOutOfRangeException(
                nameof(high),
                end,
                Invariant($"A range is that of Initializer.Uniform, and its upper end is above the lower one, {value}.")
            );
        }

        if (Misfit(item, initializer, value) is { } misfit)
        {
            throw new ArgumentException($"Parameter '{item.Name}' {item.Shape} {misfit}: choose another initializer.");
        }
    }

    private static string? Misfit(ParameterInfo item, Initializer initializer, double value) =>
        initializer switch
        {
            Initializer.Orthogonal when !OrthogonalMatrix.Fits(item) => "is too large to be made orthogonal",
            Initializer.Identity or Initializer.ZeroDiagonal when item.IsVector => "is a vector, which has no diagonal",
            Initializer.Chrono when !item.IsVector => "is a matrix, and Chrono is for the bias of a gate",
            Initializer.Chrono when Math.Abs(value) < 2 => "needs at least 2 steps, or at most -2",
            _ => null,
        };
}
