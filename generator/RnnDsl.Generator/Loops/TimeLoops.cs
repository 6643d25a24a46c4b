using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>
/// Puts a graph in the order in which it runs, and what it computes for every step into loops: a sequence op outside a scan
/// becomes a part of a scan without states. After it, sequences are inputs, results of scans, or copies of one value.
/// </summary>
public static class TimeLoops
{
    /// <param name="graph">The graph.</param>
    /// <param name="first">How many of the outputs are complete before any other work begins: the loss comes before gradients.</param>
    public static Graph Apply(Graph graph, int first)
    {
        var phases = new TimePhases(graph, first);
        var copy = new GraphCopy(graph, new GraphBuilder(graph.Name));
        var readers = Uses.Readers(graph);
        copy.Leaves();
        CopyAll(Enumerable.Range(0, graph.Nodes.Count).Where(phases.IsFree));
        foreach (var phase in phases.Phases)
        {
            if (phase.Kind == PhaseKind.EachStep)
            {
                AddLoop(copy, phase.Nodes, readers);
            }
            else
            {
                CopyAll(phase.Nodes);
            }
        }

        CopyAll(Enumerable.Range(0, graph.Nodes.Count));
        return copy.Build();

        void CopyAll(IEnumerable<int> nodes)
        {
            foreach (var id in nodes.Where(id => !copy.Has(id)))
            {
                copy.Node(id);
            }
        }
    }

    private static void AddLoop(GraphCopy copy, List<int> nodes, List<int>[] readers)
    {
        var graph = copy.Source;
        var own = new HashSet<int>(nodes);
        var marks = nodes.SelectMany(id => graph[id].Inputs).Where(IsMark).Distinct().ToList();
        var read = nodes
            .Concat(marks)
            .SelectMany(id => graph[id].Inputs)
            .Where(id => !own.Contains(id) && !IsMark(id))
            .Distinct();
        var byKind = read.OrderBy(id => id).ToLookup(id => graph[id].Type.OverTime);
        var numbers = byKind[false].Where(IsNumber).ToList();
        var operands = byKind[true].Concat(byKind[false].Except(numbers)).ToList();
        var stacked = nodes
            .Where(id => graph.Outputs.Contains(id) || readers[id].Any(reader => !own.Contains(reader)))
            .ToList();

        var body = new GraphCopy(graph, new GraphBuilder(""));
        foreach (var id in operands)
        {
            body[id] = body.Target.Input(ValueNames.Of(graph, id), graph[id].Type.Step());
        }

        foreach (var id in numbers.Concat(marks).Concat(nodes))
        {
            body.Node(id);
        }

        var region = new ScanRegion(
            body.Target.Build(stacked.Select(id => body[id]).ToArray()),
            States: 0,
            Sequences: byKind[true].Count(),
            Captures: operands.Count - byKind[true].Count(),
            Stacked: stacked.Count,
            Summed: 0,
            Reverse: false
        );
        var scan = copy.Target.Scan(region, operands.Select(id => copy[id]));
        for (var k = 0; k < stacked.Count; k++)
        {
            copy[stacked[k]] = copy.Target.Result(scan, k);
            copy.Target.SetName(copy[stacked[k]], ValueNames.Of(graph, stacked[k]));
        }

        bool IsMark(int id) => Uniforms.IsMark(graph, id) && graph[id].Type.OverTime;

        bool IsNumber(int id) => Uniforms.IsNumber(graph[id]);
    }
}
