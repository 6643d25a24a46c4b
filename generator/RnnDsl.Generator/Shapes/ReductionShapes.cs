using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Shapes;

/// <summary>A vector to a scalar; one at each step where it is a sequence.</summary>
internal static class ReductionShapes
{
    public static TensorType OverElements(IReadOnlyList<TensorType> inputs, Node node) =>
        inputs[0].IsVec
            ? TensorType.Scalar with
            {
                OverTime = inputs[0].OverTime,
            }
            : throw new ShapeException($"{node.Op} needs a vector: got {inputs[0]}");
}
