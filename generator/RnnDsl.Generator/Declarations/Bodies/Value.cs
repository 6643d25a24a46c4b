namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// What an expression is worth: a node of the graph, or a tuple of such. Where an expression has none (null), its error has been
/// reported, and whatever uses it says nothing more.
/// </summary>
public abstract record Value;
