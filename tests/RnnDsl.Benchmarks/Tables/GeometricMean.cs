namespace RnnDsl.Benchmarks.Tables;

/// <summary>The mean of ratios: twice as fast and half as fast are as fast, on the whole.</summary>
public static class GeometricMean
{
    /// <summary>The mean of positive numbers; null if there are none.</summary>
    public static double? Of(IEnumerable<double> ratios)
    {
        var logarithms = ratios.Select(ratio => Math.Log(ratio)).ToList();
        return logarithms is [] ? null : Math.Exp(logarithms.Average());
    }
}
