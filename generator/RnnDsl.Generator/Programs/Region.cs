using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>Stages that run together for a worker's rows of the batch.</summary>
/// <param name="Title">For comments: <c>rnn.Scan</c>, <c>head.Apply</c>.</param>
public sealed record Region(string Title, RegionKind Kind, EquatableArray<Stage> Stages);
