namespace RnnDsl.Generator.Ir;

/// <summary>Rules that several rows share, of how a result grows with the number of steps.</summary>
internal static class Degrees
{
    /// <summary>As the first operand does.</summary>
    public static double? First(double? first, double? second) => first;

    /// <summary>As both operands do together.</summary>
    public static double? Product(double? first, double? second) => first + second;

    /// <summary>As both operands do, if they grow alike.</summary>
    public static double? Same(double? first, double? second) =>
        first is { } a && second is { } b && a.Equals(b) ? a : null;
}
