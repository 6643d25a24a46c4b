using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>Builds the steps of one stage's epilogue, in the order of the graph, which is the user's.</summary>
internal sealed class EpilogueBuilder(StagePlan plan, int index, BodyNames names, Func<int, BufferRef> slot)
{
    private readonly Graph graph = plan.Body.Graph;
    private readonly PlannedStage stage = plan.Stages[index];
    private readonly List<EpilogueStep> steps = [];
    private readonly Dictionary<int, string> registers = [];
    private readonly Dictionary<int, int> uses = [];

    public EquatableArray<EpilogueStep> Build()
    {
        CountUses();
        for (var gate = 0; gate < stage.Gates.Count; gate++)
        {
            var root = stage.Gates[gate].Root;
            registers[root] = names[root];
            steps.Add(new AccumulatorStep(names[root], gate));
            Store(root);
        }

        foreach (var id in stage.Values)
        {
            if (graph[id].Op.Kind == OpKind.Reduction)
            {
                Sum(id);
                continue;
            }

            Compute(id);
            Store(id);
        }

        foreach (var id in stage.Copies)
        {
            Store(id);
        }

        return steps.ToEquatableArray();
    }

    private void CountUses()
    {
        var kept = stage.Values.Concat(stage.Copies).Where(plan.Stored.Contains);
        foreach (var id in stage.Values.SelectMany(id => graph[id].Inputs).Concat(kept))
        {
            uses[id] = (uses.TryGetValue(id, out var count) ? count : 0) + 1;
        }
    }

    private void Store(int id)
    {
        foreach (var target in Targets(id))
        {
            steps.Add(new StoreStep(Value(id), target));
        }
    }

    private IReadOnlyList<BufferRef> Targets(int id) =>
        plan.Body.TargetsOf(id) is { Count: > 0 } targets ? targets
        : plan.Stored.Contains(id) ? [slot(id)]
        : [];

    // Over the rows, the columns or all elements of a matrix of the example.
    private void Sum(int id)
    {
        var value = Value(graph[id].Inputs[0]);
        foreach (var target in Targets(id))
        {
            var width = plan.Body.Width(id);
            steps.Add(new SumStep(value, graph[id].Op.Repeats, target, width, EquationText.Line(graph, id)));
        }
    }

    private void Repeat(int id, RepeatKind kind)
    {
        var operand = graph[id].Inputs[0];
        var parameter = plan.Body.ParameterOf(operand);
        if (kind == RepeatKind.Elements)
        {
            var path =
                parameter
                ?? throw new ScheduleException(
                    $"{EquationText.Of(graph, id)}: a matrix that is computed of parameters is in no buffer"
                );
            steps.Add(new LoadParameterStep(names[id], path, IsScalar: false));
        }
        else
        {
            var source = parameter is null ? slot(operand) : null;
            steps.Add(new RepeatStep(names[id], kind, source, parameter, plan.Body.Width(operand)));
        }

        registers[id] = names[id];
    }

    // The value in registers; it is loaded, or a uniform one computed, where it is first read.
    private string Value(int id)
    {
        if (registers.TryGetValue(id, out var known))
        {
            return known;
        }

        if (plan.Uniform[id])
        {
            Compute(id);
            return registers[id];
        }

        var name = names[id];
        registers[id] = name;
        steps.Add(
            plan.Body.ParameterOf(id) is { } parameter ? new LoadParameterStep(name, parameter, graph[id].Type.IsScalar)
            : graph[id].Type.IsToken ? new LoadScalarStep(name, slot(id))
            : graph[id].Type.IsScalar && stage.Units is not FixedDim { Size: 1 } ? new LoadScalarStep(name, slot(id))
            : new LoadStep(name, slot(id))
        );
        return name;
    }

    private void Compute(int id)
    {
        var node = graph[id];
        if (node.Op == Ops.Fill)
        {
            // All lanes of a loaded scalar are equal already.
            registers[id] = Value(node.Inputs[0]);
            return;
        }

        if (node.Op.Kind == OpKind.Repeat && plan.Uniform[id])
        {
            // Repeated, the same number is everywhere still.
            registers[id] = Value(node.Inputs[0]);
            return;
        }

        if (node.Op.Kind == OpKind.Repeat)
        {
            Repeat(id, node.Op.Repeats);
            return;
        }

        if (node.Op == Ops.Lookup)
        {
            registers[id] = names[id];
            steps.Add(new LoadTableStep(names[id], TableOf(id), slot(node.Inputs[1]), EquationText.Line(graph, id)));
            return;
        }

        var arguments = (
            node.Mask is { } mask ? [Value(node.Inputs[0]), Mask(id, mask)] : node.Inputs.Select(Value)
        ).ToEquatableArray();
        var name = names[id];
        registers[id] = name;
        steps.Add(
            node.Op == Ops.Const ? new ConstStep(name, node.Number)
            : node.Op == Ops.Size ? new SizeStep(name, node.Dim)
            : node.Op == Ops.Length ? new SizeStep(name, Dim: null)
            : node.Op == Ops.WholeLength ? new SizeStep(name, Dim: null) { IsOfWhole = true }
            : node.Op == Ops.Seed ? new SeedStep(name)
            : new ComputeStep(name, node.Op, arguments, IsNamed(id), EquationText.Line(graph, id))
        );
    }

    private string Mask(int id, Mask mask)
    {
        var time = graph[id].Inputs[1];
        var name = names.Take(names[id] + "_mask");
        steps.Add(new MaskStep(name, graph[id].Op, mask, plan.Uniform[time] ? null : slot(time)));
        return name;
    }

    private string TableOf(int lookup) =>
        plan.Body.ParameterOf(graph[lookup].Inputs[0])
        ?? throw new ScheduleException(
            $"{EquationText.Of(graph, lookup)}: the matrix whose rows tokens pick must be a parameter, a field of type Mat."
        );

    private bool IsNamed(int id) => graph[id].Name is not null || (uses.TryGetValue(id, out var count) && count > 1);
}
