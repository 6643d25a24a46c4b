using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Differentiation;

/// <summary>
/// What the backward loop reads of the forward one. Sequences, captures, states and what is stacked already are read again from
/// where they are; numbers are written again. Of the rest, a value is saved unless a few cheap elementwise ops give it from what
/// is read: a place in memory for every step, with its store and its load, costs about as much as four of them. A curve such as
/// <c>tanh</c> costs as much as four, so that a curve of a value that is kept is computed again, and one of a sum is saved. Products
/// and reductions are never repeated; and a factor of a product is saved, because the gradients of matrices, which are summed after
/// the loops, need all its steps.
/// </summary>
internal sealed class Residuals
{
    /// <summary>The most elementwise ops that rematerialise one value, instead of saving it.</summary>
    public const int MostOps = 4;

    /// <summary>How many cheap ops a curve, or a division, counts as.</summary>
    private const int CurveOps = 4;

    private readonly Graph body;
    private readonly HashSet<int> kept;

    private readonly int mostOps;

    private Residuals(ScanRegion scan, int mostOps)
    {
        this.mostOps = mostOps;
        body = scan.Body;
        kept = new HashSet<int>(body.Inputs.Take(scan.States).Concat(body.Outputs.Take(scan.States + scan.Stacked)));
    }

    /// <summary>Values that the forward loop stacks for the backward loop.</summary>
    public SortedSet<int> Saved { get; } = [];

    /// <summary>Values that the backward loop computes again, and the numbers that it writes again.</summary>
    public SortedSet<int> Recomputed { get; } = [];

    /// <summary>Inputs of the body that the backward loop reads itself: sequences and captures.</summary>
    public SortedSet<int> Read { get; } = [];

    /// <summary>Chooses what to save, and what to rematerialise, of the values that the adjoint of a scan's step uses.</summary>
    /// <param name="scan">The forward loop.</param>
    /// <param name="step">Its step, differentiated.</param>
    /// <param name="mostOps">The most ops that rematerialise one value.</param>
    public static Residuals Choose(ScanRegion scan, StepAdjoint step, int mostOps = MostOps)
    {
        var choice = new Residuals(scan, mostOps);
        var used = new SortedSet<int>(step.UsedValues());

        // A vector that is repeated in a matrix is saved, not the matrix.
        foreach (var id in used.Reverse().Where(id => scan.Body[id].Op.Kind == OpKind.Repeat).ToList())
        {
            used.UnionWith(scan.Body[id].Inputs);
        }

        var factors = new HashSet<int>(step.UsedFactors());

        // First what is saved in any case, so that the rest can be computed from it.
        foreach (var id in used)
        {
            var isComputed = scan.Body[id].Op.Kind != OpKind.Leaf;
            if (isComputed && (factors.Contains(id) || choice.Cost(id) > mostOps))
            {
                choice.Saved.Add(id);
            }
        }

        foreach (var id in used)
        {
            choice.Take(id);
        }

        return choice;
    }

    private bool IsKept(int id) => Saved.Contains(id) || Recomputed.Contains(id) || kept.Contains(id);

    /// <summary>How many ops give the value in the backward loop; more than the most where it must be saved.</summary>
    private int Cost(int id)
    {
        if (IsKept(id) || body[id].Op.Kind == OpKind.Leaf)
        {
            return 0;
        }

        var cost =
            body[id].Op.IsCheap ? 1
            : body[id].Op.Kind == OpKind.Elementwise ? CurveOps
            : mostOps + 1;
        foreach (var input in body[id].Inputs)
        {
            // No deeper than the limit: a chain of sums of a value with itself has exponentially many paths.
            cost += cost > mostOps ? 0 : Cost(input);
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
