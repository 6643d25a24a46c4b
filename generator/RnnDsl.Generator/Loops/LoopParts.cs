using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>Where each value of a loop's body is computed: before the loop, inside it, or after it.</summary>
internal sealed class LoopParts
{
    private readonly Graph body;
    private readonly HashSet<int> states;
    private readonly bool[] live;
    private readonly bool[] varying;
    private readonly bool[] carried;
    private readonly bool[] before;
    private readonly bool[] after;

    public LoopParts(ScanRegion region, HashSet<int> used, HoistingCost cost)
    {
        body = region.Body;
        var count = body.Nodes.Count;
        var inputs = body.Inputs.ToList();
        states = [.. inputs.Take(region.States)];
        var nextStates = body.Outputs.Take(region.States).ToList();
        live = Uses.Ancestors(body, nextStates.Concat(used.Select(i => body.Outputs[i])));
        var needed = Uses.Ancestors(body, nextStates);
        // What reads a matrix of the example stays where the matrix is, as what reads a state does: one pass over its elements is enough.
        var matrices = Enumerable.Range(0, count).Where(id => body[id].Type.OfExample is not null);
        carried = Descendants(states.Concat(matrices));
        varying = Descendants(inputs.Take(region.States + region.Sequences));
        (before, after) = (new bool[count], new bool[count]);
        for (var id = count - 1; id >= 0; id--)
        {
            if (live[id] && !carried[id] && IsStage(id))
            {
                // A product that the step adds to others stays with them; it reads its operand from memory.
                var isTerm = needed[id] && varying[id] && body[id].Op.Kind == OpKind.Product;
                var moved = isTerm ? body[id].Inputs[1] : id;
                before[moved] |= body[moved].Op.Kind != OpKind.Leaf;
            }

            // What a hoisted value is made of is hoisted with it.
            foreach (var input in before[id] ? body[id].Inputs : [])
            {
                before[input] |= body[input].Op.Kind != OpKind.Leaf;
            }
        }

        for (var id = 0; id < count; id++)
        {
            after[id] =
                live[id] && carried[id] && !needed[id] && (IsStage(id) || body[id].Inputs.Any(input => after[input]));
        }

        Note(cost, needed);
    }

    public bool IsVarying(int id) => varying[id];

    /// <summary>A state before the step.</summary>
    public bool IsCarried(int id) => states.Contains(id);

    public bool IsAfter(int id) => after[id];

    /// <summary>Computed in the loop.</summary>
    public bool IsInside(int id) => live[id] && body[id].Op.Kind != OpKind.Leaf && !before[id] && !after[id];

    public bool IsCarriedOrInside(int id) => IsCarried(id) || IsInside(id);

    /// <summary>Whether the value is a number, which is rematerialised at each use.</summary>
    public bool IsFree(int id) => Uniforms.IsNumber(body[id]);

    // A matrix, a term of a gradient or a sum of terms, is no value of a step: it only says what is summed over all of them.
    // What is summed over a matrix of the example stays where the matrix is, which is much larger than the sum.
    private bool IsStage(int id) =>
        body[id].Op.Kind == OpKind.Product
        || (body[id].Op.Kind == OpKind.Reduction && body[body[id].Inputs[0]].Type.OfExample is null)
        || body[id].Type.IsMat;

    private void Note(HoistingCost cost, bool[] needed)
    {
        var products = Enumerable
            .Range(0, body.Nodes.Count)
            .Where(id => live[id] && needed[id] && varying[id] && !carried[id] && body[id].Op.Kind == OpKind.Product);
        foreach (var group in products.GroupBy(id => body[id].Inputs[1]))
        {
            var texts = group.Select(id => EquationText.Of(body, id)).Distinct(StringComparer.Ordinal);
            cost.Note(texts, body[group.Key].Type);
        }
    }

    private bool[] Descendants(IEnumerable<int> sources)
    {
        var reached = new bool[body.Nodes.Count];
        foreach (var source in sources)
        {
            reached[source] = true;
        }

        for (var id = 0; id < reached.Length; id++)
        {
            reached[id] |= body[id].Inputs.Any(input => reached[input]);
        }

        return reached;
    }
}
