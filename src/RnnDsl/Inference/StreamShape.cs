using System.ComponentModel;

namespace RnnDsl.Inference;

/// <summary>What the streams of a model have in common.</summary>
/// <param name="Layout">The states.</param>
/// <param name="ResultWidth">Numbers of a step's result.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record StreamShape(StateLayout Layout, int ResultWidth);
