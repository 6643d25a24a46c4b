using RnnDsl.Attacks.Programs.Nets;
using RnnDsl.Parameters;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>
/// How far rounding may carry a result: generated code computes in floats, so what it gives is that of slightly different numbers.
/// </summary>
internal static class Condition
{
    private const int Times = 3;
    private const double Change = 3e-6;
    private const double Share = 30;

    /// <summary>By how much results change when parameters change in their last digits, times a safe factor.</summary>
    public static double[] Of(Net net, Func<double[]> results)
    {
        var saved = net.Parameters.ToArray();
        var exact = results();
        var spread = new double[exact.Length];
        var random = new Random(1);
        for (var time = 0; time < Times; time++)
        {
            net.Parameters.Set([.. saved.Select(v => (float)(v * (1 + Change * (random.NextDouble() * 2 - 1))))]);
            var changed = results();
            for (var i = 0; i < spread.Length; i++)
            {
                spread[i] = Math.Max(spread[i], Share * Math.Abs(changed[i] - exact[i]));
            }
        }

        net.Parameters.Set(saved);
        return spread;
    }
}
