using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Differentiation;

/// <summary>
/// What the backward loop reads of the forward one. Sequences, captures, states and what is stacked already are read again from
/// where they are; numbers are written again. Of the rest, a value is saved unless a few cheap elementwise ops give it from what
/// is read: a load costs about as much as four of them. Products, reductions, and curves such as <c>tanh</c> are never repeated.
/// </summary>
internal sealed class Residuals
{
    /// <summary>The most elementwise ops that stand in for one saved value.</summary>
    public const int MostOps = 4;

    private static readonly HashSet<Op> Cheap =
    [
        Ops.Neg,
        Ops.Add,
        Ops.Sub,
        Ops.Mul,
        Ops.Square,
        Ops.Abs,
        Ops.Relu,
        Ops.Maximum,
        Ops.Minimum,
        Ops.Step,
        Ops.Sign,
        Ops.Equal,
        Ops.GreaterEqual,
        Ops.Fill,
    ];

    private readonly Graph body;
    private readonly HashSet<int> kept;

    private Residuals(ScanRegion scan)
    {
        body = scan.Body;
        kept = new HashSet<int>(body.Inputs.Take(scan.States).Concat(body.Outputs.Take(scan.States + scan.Stacked)));
    }

    /// <summary>Values that the forward loop stacks for the backward loop.</summary>
    public SortedSet<int> Saved { get; } = [];

    /// <summary>Values that the backward loop computes again, and the numbers that it writes again.</summary>
    public SortedSet<int> Recomputed { get; } = [];

    /// <summary>Inputs of the body that the backward loop reads itself: sequences and captures.</summary>
    public SortedSet<int> Read { get; } = [];

    /// <summary>Chooses for the values <paramref name="used"/> of a scan's body that its adjoint uses.</summary>
    public static Residuals Choose(ScanRegion scan, IEnumerable<int> used)
    {
        var choice = new Residuals(scan);
        var ids = new SortedSet<int>(used);

        // First what is saved in any case, so that the rest can be computed from it.
        foreach (var id in ids)
        {
            if (choice.Cost(id) > MostOps)
            {
                choice.Saved.Add(id);
            }
        }

        foreach (var id in ids)
        {
            choice.Take(id);
        }

        return choice;
    }

    private bool IsKept(int id) => Saved.Contains(id) || Recomputed.Contains(id) || kept.Contains(id);

    /// <summary>How many ops give the value in the backward loop; more than <see cref="MostOps"/> where it must be saved.</summary>
    private int Cost(int id)
    {
        if (IsKept(id) || body[id].Op.Kind == OpKind.Leaf)
        {
            return 0;
        }

        var cost = Cheap.Contains(body[id].Op) ? 1 : MostOps + 1;
        foreach (var input in body[id].Inputs)
        {
            // No deeper than the limit: a chain of sums of a value with itself has exponentially many paths.
            cost += cost > MostOps ? 0 : Cost(input);
        }

        return cost;
    }

    private void Take(int id)
    {
        if (Saved.Contains(id) || Recomputed.Contains(id))
        {
            return;
        }

        if (kept.Contains(id))
        {
            Saved.Add(id);
        }
        else if (body[id].Op == Ops.Input)
        {
            Read.Add(id);
        }
        else
        {
            Recomputed.Add(id);
            foreach (var input in body[id].Inputs)
            {
                Take(input);
            }
        }
    }
}
