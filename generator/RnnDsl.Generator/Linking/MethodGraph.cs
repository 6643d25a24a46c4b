using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Linking;

/// <summary>A public method of a layer besides its entry point, with its whole computation as one graph.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Forward">Its results.</param>
public sealed record MethodGraph(string Method, Graph Forward);
