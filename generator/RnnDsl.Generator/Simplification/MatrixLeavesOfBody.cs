using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>A loop whose body captures the matrices that it computed of parameters.</summary>
/// <param name="Region">The loop.</param>
/// <param name="Operands">Which operands of the loop before it still takes.</param>
/// <param name="Derived">The matrices that it captures behind them, as values of <see cref="ParameterValues"/>.</param>
internal sealed record MatrixLeavesOfBody(ScanRegion Region, IReadOnlyList<int> Operands, IReadOnlyList<int> Derived)
{
    /// <param name="scan">The loop.</param>
    /// <param name="values">The value of each node of its body that is computed of parameters alone.</param>
    /// <param name="leaf">The leaf of a derived matrix.</param>
    public static MatrixLeavesOfBody Of(ScanRegion scan, IReadOnlyList<int?> values, Func<int, Node> leaf)
    {
        var body = scan.Body;
        var used = body
            .Nodes.Where(node => !node.IsDerivedMatrix)
            .SelectMany(node => node.Inputs)
            .Where(input => body[input].IsDerivedMatrix)
            .Distinct()
            .ToList();
        // A sum with 0, or a matrix transposed twice, is a capture that is there already.
        var given = body.Inputs.Where(id => values[id] is not null).ToLookup(id => values[id]!.Value);
        var derived = used.Select(id => values[id]!.Value).Distinct().Where(value => !given.Contains(value)).ToList();

        var copy = new GraphCopy(body, new GraphBuilder(body.Name));
        copy.Leaves();
        var leaves = derived.Select(leaf).Select(node => copy.Target.Input(node.Name!, node.Type)).ToList();
        foreach (var id in used)
        {
            var place = derived.IndexOf(values[id]!.Value);
            copy[id] = place < 0 ? copy[given[values[id]!.Value].First()] : leaves[place];
        }

        for (var id = 0; id < body.Nodes.Count; id++)
        {
            if (!copy.Has(id) && !body[id].IsDerivedMatrix)
            {
                copy.Node(id);
            }
        }

        return WithoutOperands(scan, copy.Build(), derived);
    }

    // Captures that only the derived matrices read are gone.
    private static MatrixLeavesOfBody WithoutOperands(ScanRegion scan, Graph body, List<int> derived)
    {
        var live = Uses.Live(body);
        var first = scan.States + scan.Sequences;
        var inputs = body.Inputs.ToList();
        var operands = Enumerable.Range(0, first + scan.Captures).Where(i => i < first || live[inputs[i]]).ToList();
        var kept = new HashSet<int>(operands.Select(i => inputs[i]).Concat(inputs.Skip(first + scan.Captures)));
        var copy = new GraphCopy(body, new GraphBuilder(body.Name));
        for (var id = 0; id < live.Length; id++)
        {
            if (live[id] || kept.Contains(id))
            {
                copy.Node(id);
            }
        }

        var region = scan with { Body = copy.Build(), Captures = operands.Count - first + derived.Count };
        return new(region, operands, derived);
    }
}
