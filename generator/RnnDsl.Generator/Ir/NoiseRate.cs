namespace RnnDsl.Generator.Ir;

/// <summary>The rates that a noise can have.</summary>
public static class NoiseRate
{
    public static bool IsIn(Op op, double rate) => rate >= 0 && (op == Ops.Keep ? rate <= 1 : rate < 1);

    /// <summary>In words, for messages.</summary>
    public static string Range(Op op) =>
        op == Ops.Keep ? "a constant rate from 0 to 1" : "a constant rate, at least 0 and below 1";
}
