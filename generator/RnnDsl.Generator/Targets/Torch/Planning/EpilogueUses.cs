using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>
/// Where the values of an epilogue are used, counted in statements: a value inside the expression of another is used
/// where that one is a line.
/// </summary>
internal sealed class EpilogueUses
{
    private readonly IReadOnlyList<EpilogueStep> steps;
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorShape> shapes = new(StringComparer.Ordinal);
    private readonly int[] statements;

    public EpilogueUses(FusedStage stage)
    {
        steps = [.. stage.Epilogue];
        for (var i = 0; i < steps.Count; i++)
        {
            if (!steps[i].IsWrite)
            {
                index[steps[i].Value] = i;
                shapes[steps[i].Value] = steps[i].Accept(new StepShapes(shapes));
            }

            foreach (var operand in StepOperands.Of(steps[i]))
            {
                if (!users.TryGetValue(operand, out var list))
                {
                    users[operand] = list = [];
                }

                list.Add(i);
            }
        }

        statements = new int[steps.Count];
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            statements[i] = IsLine(steps[i]) ? i : statements[users[steps[i].Value][0]];
        }
    }

    public TensorShape ShapeOf(string value) => shapes[value];

    public EpilogueStep StepOf(string value) => steps[index[value]];

    public int CountOf(string value) => users.TryGetValue(value, out var list) ? list.Count : 0;

    /// <summary>Whether a step is a statement: not where it is read once, or has a name already.</summary>
    public bool IsLine(EpilogueStep step) => step.Accept(new IsTensorLine(this));

    /// <summary>Whether a step and all that is inside it read the value for the last time, and only once.</summary>
    public bool IsLast(string value, int step)
    {
        var all = users[value].Select(user => statements[user]).ToList();
        var here = statements[step];
        return all.Max() == here && all.Count(statement => statement == here) == 1;
    }

    /// <summary>Whether a slot is written after a step, before the statement that reads the value last.</summary>
    public bool IsOverwritten(string value, BufferRef slot)
    {
        var last = users[value].Max(user => statements[user]);
        return steps
            .Select((step, i) => (step, i))
            .Any(s => s.i < last && s.step is StoreStep store && store.Target == slot);
    }

    /// <summary>Whether a product of two tensors is added to something by one call, or subtracted.</summary>
    public bool IsTerm(string value)
    {
        if (
            StepOf(value) is not ComputeStep { Op: var op } product
            || op is not { Kind: OpKind.Elementwise, Linear: Linearity.Each }
            || CountOf(value) != 1
            || product.Arguments.Any(a => shapes[a] == TensorShape.Number)
            || steps[users[value][0]] is not ComputeStep sum
            || sum.Op.Tensor is not { Term: not 0 }
        )
        {
            return false;
        }

        var place = sum.Arguments[1] == value ? 1 : 0;
        var other = sum.Arguments[1 - place];
        return shapes[other] == TensorShape.Full && (place == 1 || sum.Op.IsSum && !IsTermSecond(sum, other));
    }

    // Of a * b + c * d the second product is the term.
    private bool IsTermSecond(ComputeStep sum, string other) => sum.Arguments[1] == other && IsTerm(other);
}
