using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling;

/// <summary>Says where results stand, and carries the states of a stream over to its next run.</summary>
internal sealed class ProgramOutputs(Graph graph, ProgramAssembly assembly, ProgramDraft draft)
{
    /// <param name="count">How many of the graph's outputs are results.</param>
    /// <param name="states">How many of those, the last ones, replace the last inputs.</param>
    /// <param name="inputs">The program's inputs.</param>
    public EquatableArray<ProgramOutput> Write(int count, int states, IReadOnlyList<ProgramInput> inputs)
    {
        var carried = inputs.Skip(inputs.Count - states).ToList();
        var results = graph.Outputs.Take(count).ToList();
        var sources = results
            .Select(id => states > 0 && graph[id].Op == Ops.Input ? assembly.Copy(id) : assembly.Slot(id))
            .ToList();
        var copies = new List<Stage>();
        for (var j = 0; j < states; j++)
        {
            var target = new BufferRef(carried[j].Buffer, TimeIndex.None);
            var index = count - states + j;
            copies.Add(new CopyStage(draft.TakeStageName("Keep." + carried[j].Name), sources[index], target));
            sources[index] = target;
        }

        draft.AddRegion("states of the next step", RegionKind.Once, copies);
        return results
            .Select((id, i) => new ProgramOutput(NameOf(id, i), graph[id].Type, sources[i]))
            .ToEquatableArray();

        string NameOf(int id, int i) =>
            i >= count - states ? carried[i - count + states].Name : graph[id].Name ?? "result";
    }
}
