using System.ComponentModel;

namespace RnnDsl.Inference;

/// <summary>The layout that all streams of a model share.</summary>
/// <param name="Layout">The states.</param>
/// <param name="ResultEnds">The end of each result in the numbers of a step.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record StreamShape(StateLayout Layout, int[] ResultEnds);
