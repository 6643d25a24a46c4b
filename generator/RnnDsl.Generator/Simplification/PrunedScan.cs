using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>A scan without the states, inputs and results that nothing needs.</summary>
/// <param name="Region">What is left.</param>
/// <param name="Operands">Which operands of the scan it keeps.</param>
/// <param name="Results">Which results it keeps.</param>
internal sealed record PrunedScan(ScanRegion Region, List<int> Operands, List<int> Results)
{
    /// <param name="scan">The scan.</param>
    /// <param name="used">The results that are read.</param>
    public static PrunedScan Of(ScanRegion scan, IEnumerable<int> used)
    {
        var body = scan.Body;
        var inputs = body.Inputs.ToList();
        var results = new SortedSet<int>(used);
        bool[] live;
        var count = 0;
        do
        {
            // A state that a kept value reads must be carried on, which can make other states needed.
            count = results.Count;
            live = Live(body, results.Select(result => body.Outputs[result]));
            results.UnionWith(Enumerable.Range(0, scan.States).Where(state => live[inputs[state]]));
        } while (results.Count > count);

        // A state that is only read at the end is still carried: its place among the inputs stays with it.
        var operands = Enumerable
            .Range(0, inputs.Count)
            .Where(i => live[inputs[i]] || (i < scan.States && results.Contains(i)))
            .ToList();
        var kept = results.ToList();
        return new PrunedScan(
            scan with
            {
                Body = Trim(body, live, operands.Select(i => inputs[i]), kept.Select(result => body.Outputs[result])),
                States = Count(operands, 0, scan.States),
                Sequences = Count(operands, scan.States, scan.Sequences),
                Captures = Count(operands, scan.States + scan.Sequences, scan.Captures),
                Stacked = Count(kept, scan.States, scan.Stacked),
                Summed = Count(kept, scan.States + scan.Stacked, scan.Summed),
            },
            operands,
            kept
        );
    }

    private static int Count(IEnumerable<int> kept, int first, int count) =>
        kept.Count(i => i >= first && i < first + count);

    private static bool[] Live(Graph body, IEnumerable<int> outputs)
    {
        var live = new bool[body.Nodes.Count];
        foreach (var output in outputs)
        {
            live[output] = true;
        }

        for (var id = live.Length - 1; id >= 0; id--)
        {
            foreach (var input in live[id] ? body[id].Inputs : [])
            {
                live[input] = true;
            }
        }

        return live;
    }

    private static Graph Trim(Graph body, bool[] live, IEnumerable<int> inputs, IEnumerable<int> outputs)
    {
        var builder = new GraphBuilder(body.Name);
        var map = new int[body.Nodes.Count];
        foreach (var input in inputs)
        {
            map[input] = builder.Add(body[input]);
        }

        for (var id = 0; id < map.Length; id++)
        {
            if (live[id] && body[id].Op != Ops.Input)
            {
                map[id] = builder.Copy(body[id], body[id].Inputs.Select(input => map[input]));
            }
        }

        return builder.Build(outputs.Select(output => map[output]).ToArray());
    }
}
