using System.Reflection;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Inference;

/// <summary>What the programs of a model hold outside of the garbage collector's memory.</summary>
internal static class HeldMemory
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    public static long OfPredictors(LstmNet model) => Of(model, "Predictors");

    public static long OfStreams(LstmNet model) => Of(model, "Streams");

    private static long Of(LstmNet model, string programs)
    {
        var serving = typeof(LstmNet).GetProperty("Serving", Hidden)!;
        var pool = serving.PropertyType.GetProperty(programs)!.GetValue(serving.GetValue(model))!;
        return (long)pool.GetType().GetProperty("Bytes", Hidden)!.GetValue(pool)!;
    }
}
