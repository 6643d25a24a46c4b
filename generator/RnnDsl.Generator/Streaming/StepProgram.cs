using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;
using RnnDsl.Generator.Windows;

namespace RnnDsl.Generator.Streaming;

/// <summary>One step of a stream.</summary>
/// <param name="Graph">
/// Its inputs are those of the whole graph, at one step, and then the states; its outputs are those of the whole graph, as they
/// are after this step, and then the states' next values.
/// </param>
/// <param name="States">In the order of the graph's inputs.</param>
public sealed record StepProgram(Graph Graph, EquatableArray<StreamState> States);
