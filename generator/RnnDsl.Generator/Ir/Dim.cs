namespace RnnDsl.Generator.Ir;

/// <summary>A symbolic size: the generated code learns the number when the model is constructed.</summary>
public abstract record Dim;
