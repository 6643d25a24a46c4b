using System.ComponentModel;

namespace RnnDsl.Inference;

/// <summary>The layout that all streams of a model share.</summary>
/// <param name="Layout">The states.</param>
/// <param name="ResultWidth">The width of a step's result.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record StreamShape(StateLayout Layout, int ResultWidth);
