using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Differentiation;

/// <summary>What a test makes of the outputs of the last layer: always through a dense layer <c>head</c> to Y values.</summary>
internal static class TestLosses
{
    public static IReadOnlyList<string> All { get; } =
    ["last", "every step", "mean over time", "cross-entropy at last", "cross-entropy at every step", "sum and last"];

    public static bool IsAtEveryStep(string loss) => loss is "every step" or "cross-entropy at every step";

    public static Formula Of(string loss, Formula outputs, Formula weights, Formula bias, Formula target)
    {
        var length = new Formula(outputs.Graph, outputs.Graph.Add(Ops.Length));
        return loss switch
        {
            "last" => SquaredError((weights * outputs.Last()) + bias, target),
            "every step" => SquaredError((weights * outputs) + bias, target).SumTime() / length,
            "mean over time" => SquaredError((weights * (outputs.SumTime() / length)) + bias, target),
            "cross-entropy at last" => CrossEntropy((weights * outputs.Last()) + bias, target),
            "cross-entropy at every step" => CrossEntropy((weights * outputs) + bias, target).SumTime() / length,
            "sum and last" => SquaredError((weights * (outputs.Last() + outputs.SumTime())) + bias, target),
            _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "No such loss."),
        };
    }

    private static Formula SquaredError(Formula actual, Formula target) => (actual - target).Square().Sum();

    /// <summary>The logarithm of the softmax, with the largest logit taken off first.</summary>
    private static Formula CrossEntropy(Formula logits, Formula target)
    {
        var shifted = logits - logits.Apply(Ops.Max);
        return -(target * (shifted - shifted.Exp().Sum().Log())).Sum();
    }
}
