using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>Builds the stages of a plan, and assigns slots to the values that are live between stages.</summary>
internal sealed class StageBuilder
{
    private readonly StagePlan plan;
    private readonly StepBody body;
    private readonly ProgramDraft draft;
    private readonly BodyNames names;
    private readonly Dictionary<int, BufferRef> slots = [];

    private StageBuilder(StagePlan plan, ProgramDraft draft)
    {
        (this.plan, this.draft, body) = (plan, draft, plan.Body);
        names = new BodyNames(plan);
        foreach (var id in plan.Stored.OrderBy(id => id))
        {
            slots[id] =
                body.TargetsOf(id).FirstOrDefault()
                ?? body.SlotOf(id)
                ?? draft.AddRow(ValueNames.Of(body.Graph, id), body.Graph[id].Type);
        }
    }

    /// <summary>Plans and builds the stages of a region.</summary>
    public static IReadOnlyList<Stage> Build(StepBody body, ProgramDraft draft)
    {
        var plan = StagePlanner.Plan(body, draft.Target);
        var builder = new StageBuilder(plan, draft);
        return Enumerable.Range(0, plan.Stages.Count).Select(builder.Stage).ToList();
    }

    private Stage Stage(int index)
    {
        var stage = plan.Stages[index];
        var name = draft.TakeStageName(StageName(stage));
        if (!stage.IsFused)
        {
            var node = body.Graph[stage.Whole];
            if (node.Op == Ops.SumOfSquares)
            {
                var matrices = node.Inputs.Select(id => Parameter(id, stage.Whole)).ToEquatableArray();
                return new SquaresStage(name, matrices, slots[stage.Whole]);
            }

            var (source, target) = (Slot(node.Inputs[0]), slots[stage.Whole]);
            return node.Op == Ops.SumTime ? new SumTimeStage(name, source, target, stage.Units)
                : node.Op == Ops.Concat ? new JoinStage(name, source, Slot(node.Inputs[1]), target)
                : node.Op.Kind == OpKind.Layout ? new PartStage(name, source, target, AtEnd: node.Op == Ops.Second)
                : new ReductionStage(
                    name,
                    node.Op,
                    stage.Units,
                    source,
                    target,
                    node.Op == Ops.At ? Slot(node.Inputs[1]) : null
                );
        }

        var epilogue = new EpilogueBuilder(plan, index, names, Slot).Build();
        return new FusedStage(name, stage.Units, stage.Gates.Count, Segments(stage), epilogue);
    }

    // A value that came from elsewhere and is only copied here is read where it came from.
    private BufferRef Slot(int id) => body.SlotOf(id) ?? slots[id];

    private string StageName(PlannedStage stage)
    {
        var last = stage.IsFused
            ? stage.Values.Concat(stage.Gates.Select(gate => gate.Root)).Concat(stage.Copies).Max()
            : stage.Whole;
        var named = stage.Values.Where(id => body.Graph[id].Name is not null).DefaultIfEmpty(last).Max();
        var value = ValueNames.Of(body.Graph, named);
        return value.StartsWith(body.Title + ".", StringComparison.Ordinal)
            ? value
            : $"{body.Title}.{ValueNames.Short(value)}";
    }

    private EquatableArray<Segment> Segments(PlannedStage stage)
    {
        var segments = new List<Segment>();
        var left = stage.Gates.Select(gate => gate.Products.ToList()).ToList();
        while (left.Find(products => products.Count > 0) is { } first)
        {
            var product = body.Graph[first[0]];
            var gates = left.Select(products => Take(products, product)).ToEquatableArray();
            var pack = draft.AddPack(stage.Units, body.Width(product.Inputs[1]), gates, product.Op.IsTransposed);
            segments.Add(new Segment(Slot(product.Inputs[1]), pack));
        }

        return segments.ToEquatableArray();
    }

    // A gate's own product with that operand, or zeros.
    private PackedGate Take(List<int> products, Node like)
    {
        var found = products.FindIndex(id =>
            body.Graph[id].Op == like.Op && body.Graph[id].Inputs[1] == like.Inputs[1]
        );
        if (found < 0)
        {
            return new PackedGate(Parameter: null);
        }

        var product = products[found];
        products.RemoveAt(found);
        return new PackedGate(Parameter(body.Graph[product].Inputs[0], product));
    }

    private string Parameter(int matrix, int reader) =>
        body.ParameterOf(matrix)
        ?? throw new ScheduleException(
            $"{EquationText.Of(body.Graph, reader)}: the matrix of a product must be a parameter, a field of type "
                + "Mat. Make it a field, or multiply the vectors first."
        );
}
