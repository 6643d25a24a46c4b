using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>Finds the slots of results, and copies states of a stream whose next value is in another buffer.</summary>
internal sealed class ProgramOutputs(Graph graph, ProgramAssembly assembly, ProgramDraft draft, NextStates states)
{
    /// <param name="count">How many of the graph's outputs are results; the last of those are the states.</param>
    public EquatableArray<ProgramOutput> Build(int count)
    {
        var first = count - states.All.Count;
        var results = graph
            .Outputs.Take(first)
            .Select(id => new ProgramOutput(graph[id].Name ?? "result", graph[id].Type, assembly.Slot(id)))
            .ToList();
        var copies = new List<Stage>();
        foreach (var (value, state) in states.All)
        {
            var (source, target) = (assembly.Slot(value), NextStates.After(state));
            if (source != target)
            {
                copies.Add(new CopyStage(draft.TakeStageName("Keep." + state.Name), source, target));
            }

            results.Add(new ProgramOutput(state.Name, graph[value].Type, target));
        }

        draft.AddRegion("states of the next step", RegionKind.Once, copies);
        return results.ToEquatableArray();
    }
}
