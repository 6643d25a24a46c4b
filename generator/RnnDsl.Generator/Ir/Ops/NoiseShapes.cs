namespace RnnDsl.Generator.Ir;

/// <summary>A vector keeps its shape; where the second operand is a sequence of step numbers, the result is over time.</summary>
internal static class NoiseShapes
{
    public static TensorType Masked(IReadOnlyList<TensorType> inputs, Node node)
    {
        // A call that takes no rate has one operand until it is lowered.
        var (x, with) = (inputs[0], inputs.Count > 1 ? inputs[1] : TensorType.Scalar);
        return x.IsVec && (with.IsToken || with == TensorType.Scalar)
            ? x with
            {
                OverTime = x.OverTime || with.OverTime,
            }
            : throw new ShapeException(
                $"{node.Op} needs a vector, and a rate or the number of the step: got {x} and {with}"
            );
    }
}
