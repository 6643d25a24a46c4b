namespace AddingProblem;

/// <summary>Powers of ten that hold all curves.</summary>
internal sealed class LogScale
{
    // Below that a float is next to nothing; and a zero has no logarithm.
    private const double Least = 1e-20;

    public LogScale(IReadOnlyList<Curve> curves)
    {
        var norms = curves.SelectMany(curve => curve.Norms).Select(norm => Math.Log10(Math.Max(norm, Least))).ToArray();
        (Low, High) = ((int)Math.Floor(norms.Min()), (int)Math.Ceiling(norms.Max()));
        High = Math.Max(High, Low + 1);
    }

    /// <summary>The exponent at the bottom.</summary>
    public int Low { get; }

    /// <summary>The exponent at the top.</summary>
    public int High { get; }

    /// <summary>How far below the top a number lies: 0 at the top, 1 at the bottom.</summary>
    public double Depth(double norm) => (High - Math.Log10(Math.Max(norm, Least))) / (High - Low);
}
