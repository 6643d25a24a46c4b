using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>Splits one loop (see <see cref="Fission"/>).</summary>
internal sealed class ScanFission
{
    private readonly GraphBuilder outer;
    private readonly IReadOnlyList<int> operands;
    private readonly HashSet<int> used;
    private readonly ScanRegion region;
    private readonly Graph body;
    private readonly int[] inputs;
    private readonly LoopParts parts;

    private readonly List<int> finals = [];

    // The node of the surrounding graph that replaces a value of the body: per example, or over time where the value varies.
    private readonly Dictionary<int, int> outside = [];

    public ScanFission(GraphBuilder outer, Node scan, IReadOnlyList<int> operands, HashSet<int> used, HoistingCost cost)
    {
        (this.outer, this.operands, this.used) = (outer, operands, used);
        region = scan.Scan!;
        body = region.Body;
        inputs = body.Inputs.ToArray();
        parts = new LoopParts(region, used, cost);
    }

    /// <summary>Adds the nodes that replace the loop, and returns the replacement of each of its results.</summary>
    public IReadOnlyList<int> Split()
    {
        for (var i = region.States; i < inputs.Length; i++)
        {
            outside[inputs[i]] = operands[i];
        }

        var stacked = Stacked();
        if (stacked.Count > 0 || Enumerable.Range(0, region.States).Any(used.Contains))
        {
            AddLoop(stacked);
        }

        return Enumerable.Range(0, body.Outputs.Count).Select(i => used.Contains(i) ? Result(i) : -1).ToList();
    }

    // Values of the loop that are read for every step: by results, and by what runs after it.
    private List<int> Stacked()
    {
        var results = Enumerable.Range(region.States, body.Outputs.Count - region.States);
        var read = results.Where(used.Contains).Select(i => body.Outputs[i]);
        var after = Enumerable
            .Range(0, body.Nodes.Count)
            .Where(id => parts.IsAfter(id))
            .SelectMany(id => body[id].Inputs);
        return read.Concat(after).Where(parts.IsCarriedOrInside).Distinct().OrderBy(id => id).ToList();
    }

    private void AddLoop(List<int> stacked)
    {
        var read = Enumerable
            .Range(0, body.Nodes.Count)
            .Where(parts.IsInside)
            .SelectMany(id => body[id].Inputs)
            .Concat(body.Outputs.Take(region.States))
            .Where(id => !parts.IsCarriedOrInside(id) && !parts.IsFree(id))
            .Distinct()
            .OrderBy(id => id)
            .ToList();
        var sequences = read.Where(parts.IsVarying).ToList();
        var captures = read.Where(id => !parts.IsVarying(id)).ToList();
        var next = CopyBody(sequences.Concat(captures), body.Outputs.Take(region.States).Concat(stacked));
        var loop = region with
        {
            Body = next,
            Sequences = sequences.Count,
            Captures = captures.Count,
            Stacked = stacked.Count,
            Summed = 0,
        };
        var reads = sequences.Concat(captures).Select(Outside).ToList();
        var scan = outer.Scan(loop, operands.Take(region.States).Concat(reads));
        for (var j = 0; j < region.States; j++)
        {
            finals.Add(outer.Result(scan, j));
        }

        for (var k = 0; k < stacked.Count; k++)
        {
            outside[stacked[k]] = outer.Result(scan, region.States + k);
            if (!parts.IsCarried(stacked[k]))
            {
                outer.SetName(outside[stacked[k]], ValueNames.Of(body, stacked[k]));
            }
        }
    }

    private Graph CopyBody(IEnumerable<int> reads, IEnumerable<int> outputs)
    {
        var copy = new GraphCopy(body, new GraphBuilder(body.Name));
        foreach (var state in inputs.Take(region.States))
        {
            copy.Node(state);
        }

        foreach (var id in reads)
        {
            copy[id] = copy.Target.Input(ValueNames.Of(body, id), body[id].Type);
        }

        for (var id = 0; id < body.Nodes.Count; id++)
        {
            if (!copy.Has(id) && (parts.IsInside(id) || parts.IsFree(id)))
            {
                copy.Node(id);
            }
        }

        var built = copy.Target.Build(outputs.Select(output => copy[output]).ToArray());
        return Uses.Trim(built);
    }

    // The value of a body node in the surrounding graph. The shape rules lift it over time where an operand varies.
    private int Outside(int id)
    {
        if (!outside.TryGetValue(id, out var value))
        {
            var node = body[id];
            value = outer.Copy(node, node.Inputs.Select(Outside).ToList());
            outside[id] = value;
        }

        return value;
    }

    private int Result(int index)
    {
        if (index < region.States)
        {
            return finals[index];
        }

        var value = Outside(body.Outputs[index]);
        var stacked = outer.TypeOf(value).OverTime ? value : outer.Add(Ops.Spread, value);
        return index < region.States + region.Stacked ? stacked : outer.Add(Ops.SumTime, stacked);
    }
}
