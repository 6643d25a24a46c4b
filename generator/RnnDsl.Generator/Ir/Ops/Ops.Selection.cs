namespace RnnDsl.Generator.Ir;

/// <summary>
/// What a mask selects. A product with a mask is no selection: 0 times infinity is no number. Of a mask itself nothing is derived: it is
/// piecewise constant.
/// </summary>
public static partial class Ops
{
    public static Op Where { get; } =
        Selection("where", "Where", (mask, a) => mask is 0 ? 0 : a) with
        {
            Summary = "The second where the first, a mask, is not 0, and 0 elsewhere, whatever the second is there",
            Reference = "({0} is 0 ? 0.0 : {1})",
        };

    public static Op Unless { get; } =
        Selection("unless", "Unless", (mask, a) => mask is 0 ? a : 0) with
        {
            Summary = "The second where the first, a mask, is 0, and 0 elsewhere, whatever the second is there",
            Reference = "({0} is 0 ? {1} : 0.0)",
        };

    private static Op Selection(string name, string method, ElementRule element) =>
        new(name, 2, OpKind.Elementwise, ElementwiseShapes.Binary)
        {
            Method = method,
            Element = element,
            Simd = $"VectorMath.{method}({{0}}, {{1}})",
            Scalar = $"Tensors::ScalarMath.{method}({{0}}, {{1}})",
            Tensor = new($"Tensors::TensorFunctions.{method}({{0}}, {{1}})"),
            Equation = $"{method}({{0}}, {{1}})",
            IsCheap = true,
            Linear = Linearity.Second,
            Degree = (_, second) => second,
            Adjoint = (graph, inputs, result, adjoint) => [null, graph.Add(graph[result].Op, inputs[0], adjoint)],
        };
}
