namespace RnnDsl.Generator.Ir;

/// <summary>Gives an op's result type, or throws <see cref="ShapeException"/> with the expected and the actual shape.</summary>
public delegate TensorType ShapeRule(IReadOnlyList<TensorType> inputs, Node node);
