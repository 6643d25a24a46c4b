using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>Rotates one loop (see <see cref="LoopRotation"/>).</summary>
internal sealed class ScanRotation
{
    private readonly GraphCopy outer;
    private readonly Node scan;
    private readonly ScanRegion region;
    private readonly Graph body;
    private readonly int[] inputs;
    private readonly CarriedSum?[] sums;
    private readonly GraphCopy copy;

    // The new states, in their order: the input, the next value (a node of the old body, or null for zero), the initial value.
    private readonly List<(int Input, Func<int> Next, int Initial)> states = [];
    private readonly Dictionary<int, int> kept = [];

    // Values that are added at the last step alone, which a loop from the end begins with: sequences, zero before it.
    private readonly List<int> lasts = [];

    public ScanRotation(GraphCopy outer, Node scan, ScanRegion region, HashSet<int> used)
    {
        (this.outer, this.scan, this.region) = (outer, scan, region);
        body = region.Body;
        inputs = body.Inputs.ToArray();
        copy = new GraphCopy(body, new GraphBuilder(body.Name));
        sums = Enumerable
            .Range(0, region.States)
            .Select(j => used.Contains(j) ? null : CarriedSum.Find(region, j))
            .ToArray();
    }

    /// <summary>The index in the new scan of a result of the old one.</summary>
    public int Result(int index) => index < region.States ? kept[index] : index - region.States + states.Count;

    /// <summary>Adds the new scan.</summary>
    public int Add()
    {
        for (var j = 0; j < region.States; j++)
        {
            if (sums[j] is null)
            {
                var next = body.Outputs[j];
                kept[j] = states.Count;
                states.Add((copy.Node(inputs[j]), () => copy[next], outer[scan.Inputs[j]]));
            }
        }

        var carried = new Dictionary<int, int>();
        var rests = sums.Select((sum, j) => sum is null ? -1 : AddStates(j, sum, carried)).ToList();
        var captures = region.States + region.Sequences;
        foreach (var input in inputs.Take(captures).Skip(region.States))
        {
            copy.Node(input);
        }

        for (var j = 0; j < region.States; j++)
        {
            if (sums[j] is { } sum && IsAtLastOnly(j, sum))
            {
                rests[j] = copy.Target.Input(body[inputs[j]].Name + "_rest", body[inputs[j]].Type);
                lasts.Add(outer.Target.Add(Ops.AtLast, outer[scan.Inputs[j]]));
            }
        }

        foreach (var input in inputs.Skip(captures))
        {
            copy.Node(input);
        }

        for (var j = 0; j < region.States; j++)
        {
            if (sums[j] is { } sum)
            {
                copy[inputs[j]] = Sum(sum, carried, rests[j]);
                copy.Target.SetName(copy[inputs[j]], body[inputs[j]].Name!);
            }
        }

        for (var id = 0; id < body.Nodes.Count; id++)
        {
            if (!copy.Has(id))
            {
                copy.Node(id);
            }
        }

        var outputs = states
            .Select(state => state.Next())
            .Concat(body.Outputs.Skip(region.States).Select(id => copy[id]));
        var loop = region with
        {
            Body = Uses.Trim(copy.Target.Build(outputs.ToArray())),
            States = states.Count,
            Sequences = region.Sequences + lasts.Count,
        };
        var operands = scan.Inputs.Skip(region.States).Select(input => outer[input]).ToList();
        operands.InsertRange(region.Sequences, lasts);
        return outer.Target.Scan(loop, states.Select(state => state.Initial).Concat(operands));
    }

    // Carries the operands of the products, and the rest of the sum; returns the input of the rest, or -1.
    private int AddStates(int j, CarriedSum sum, Dictionary<int, int> carried)
    {
        foreach (
            var value in sum.Products.Select(product => body[product].Inputs[1]).Where(id => !carried.ContainsKey(id))
        )
        {
            carried[value] = copy.Target.Input(ValueNames.Of(body, value), body[value].Type);
            states.Add((carried[value], () => copy[value], Zero(outer.Target, body[value].Type)));
        }

        var type = body[inputs[j]].Type;
        var isFromZero = Uniforms.IsZero(outer.Source, scan.Inputs[j]);
        if (IsAtLastOnly(j, sum) || (sum.Rest.Count == 0 && isFromZero))
        {
            return -1;
        }

        var rest = copy.Target.Input(body[inputs[j]].Name + "_rest", type);
        states.Add((rest, () => Rest(sum, type), outer[scan.Inputs[j]]));
        return rest;
    }

    // From the second step on nothing is left of it: a state would be zeros, stored and loaded at each.
    private bool IsAtLastOnly(int j, CarriedSum sum) =>
        region.Reverse
        && sum.Rest.Count == 0
        && body[inputs[j]].Type.IsVec
        && !Uniforms.IsZero(outer.Source, scan.Inputs[j]);

    private int Rest(CarriedSum sum, TensorType type) =>
        sum.Rest.Count == 0
            ? Zero(copy.Target, type)
            : sum.Rest.Select(term => copy[term]).Aggregate((a, b) => copy.Target.Add(Ops.Add, a, b));

    private int Sum(CarriedSum sum, Dictionary<int, int> carried, int rest)
    {
        var terms = sum
            .Products.Select(id => body[id])
            .Select(product =>
                copy.Target.Copy(product with { Name = null }, [copy[product.Inputs[0]], carried[product.Inputs[1]]])
            )
            .ToList();
        if (rest >= 0)
        {
            terms.Add(rest);
        }

        return terms.Aggregate((a, b) => copy.Target.Add(Ops.Add, a, b));
    }

    private static int Zero(GraphBuilder graph, TensorType type)
    {
        var zero = graph.Const(0);
        return type.IsScalar ? zero : graph.Add(Ops.Fill, [zero], node => node with { Dim = type.Dims[0] });
    }
}
