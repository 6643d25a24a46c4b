namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// The value of an expression: a node of the graph, or a tuple of values. If an expression has none (null), its error has been
/// reported, and its uses report nothing more.
/// </summary>
public abstract record Value;
