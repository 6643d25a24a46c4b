using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints a region as a method: its loop over time, and in it a few tensor calls for each stage.</summary>
internal sealed class TensorRegionPrinter
{
    private readonly Region region;
    private readonly TensorPlan plan;
    private readonly string title;
    private readonly SlotText slots;
    private UniqueNames locals = new([]);

    public TensorRegionPrinter(Region region, TensorPlan plan, string title, string methodName)
    {
        (this.region, this.plan, this.title) = (region, plan, title);
        MethodName = plan.Names.Take(methodName);
        IsLoop = region.Kind != RegionKind.Once && !plan.IsWhole(region);
        slots = new SlotText(plan.Names, IsLoop, isOverTime: region.Kind != RegionKind.Once && !IsLoop);
    }

    public string MethodName { get; }

    /// <summary>The tensor calls of one step, after <see cref="Print"/>; of a region that runs once, those of the run.</summary>
    public int Calls { get; private set; }

    public string Title => title;

    /// <summary>Whether it has a loop, that is, calls for each step.</summary>
    public bool IsLoop { get; }

    public void Print(SourceWriter writer)
    {
        Calls = 0;
        locals = new UniqueNames(["all", "memory", .. plan.Names.Taken]);
        writer.Line("// " + Sentence());
        using (writer.Block($"private void {MethodName}()"))
        {
            if (!IsLoop)
            {
                writer.Line("using var all = torch.NewDisposeScope();");
                PrintStages(writer);
                return;
            }

            PrintStart(writer);
            var loop =
                region.Kind == RegionKind.Forward
                    ? "for (var t = 0; t < Steps; t++)"
                    : "for (var t = Steps - 1; t >= 0; t--)";
            using (writer.Block(loop))
            {
                writer.Line("using var step = torch.NewDisposeScope();");
                PrintStages(writer);
            }
        }
    }

    private string Sentence() =>
        region.Kind switch
        {
            not RegionKind.Once when !IsLoop => $"{title}: all steps at once.",
            RegionKind.Forward => $"{title}: every step, first to last.",
            RegionKind.Reverse => $"{title}: every step, last to first.",
            _ when region.Stages.Any(stage => stage is OverTimeStage) =>
                $"What {title} needs of all steps and is known before the first.",
            _ => $"Once, {title}.",
        };

    /// <summary>The sums of all steps, as far as they are known before the first.</summary>
    private void PrintStart(SourceWriter writer)
    {
        var started = region
            .Stages.OfType<FusedStage>()
            .Select(plan.SumsOf)
            .OfType<StageSums>()
            .Where(s => s.IsOverTime);
        var isFirst = true;
        foreach (var sums in started)
        {
            var ahead = plan.ProductsOf(sums.Stage).Where(p => p.IsAhead).ToList();
            if (ahead.Count == 0 && sums.BiasField is null)
            {
                continue;
            }

            if (isFirst)
            {
                writer.Line("using var all = torch.NewDisposeScope();");
                isFirst = false;
            }

            PrintProducts(
                writer,
                sums,
                ahead,
                sums.Field + ".OverTime(0)",
                new SlotText(plan.Names, true, true),
                isFirst: true
            );
        }
    }

    private void PrintStages(SourceWriter writer)
    {
        foreach (var stage in region.Stages)
        {
            Calls += Print(writer, stage);
        }
    }

    private int Print(SourceWriter writer, Stage stage)
    {
        switch (stage)
        {
            case OverTimeStage known:
                return PrintEpilogue(
                    writer,
                    known.Equations,
                    new SlotText(plan.Names, isLoop: false, isOverTime: true)
                );
            case FusedStage fused:
                var products = PrintSums(writer, fused);
                return products + PrintEpilogue(writer, fused, slots);
            case ReductionStage { Token: { } token } at:
                writer.Line(
                    $"{slots.Of(at.Target)}.copy_(Tensors::Lookup.Units({slots.Of(at.Source)}, {slots.Of(token)}));"
                );
                return 3;
            case ReductionStage { Op: var op } reduction:
                writer.Line($"{slots.Of(reduction.Target)}.copy_({slots.Of(reduction.Source)}.{op.Tensor!.Calls});");
                return 2;
            case SquaresStage squares:
                writer.Line($"{slots.Of(squares.Target)}.fill_(0);");
                writer.Lines(
                    squares.Parameters.Select(matrix =>
                        $"{slots.Of(squares.Target)}.add_({plan.Names.Parameter(matrix)}.square().sum());"
                    )
                );
                return 1 + (3 * squares.Parameters.Count);
            case SumTimeStage sum:
                writer.Line($"{Field(sum.Source)}.SumTime({First(sum.Source)}, {slots.Of(sum.Target)});");
                return 2;
            case JoinStage join:
                writer.Line(
                    $"{slots.Of(join.Target)}.copy_(torch.cat([{slots.Of(join.First)}, {slots.Of(join.Second)}], 1));"
                );
                return 2;
            case PartStage part:
                writer.Line(
                    $"{slots.Of(part.Target)}.copy_({slots.Of(part.Source)}.narrow(1, {Begin(part)}, {Width(part.Target)}));"
                );
                return 1;
            case ReverseStage reverse:
                writer.Line(
                    $"{Field(reverse.Target)}.CopyReversed({First(reverse.Target)}, {Field(reverse.Source)}, {First(reverse.Source)});"
                );
                return 2;
            case ClearStage { Target: { IsLast: true } target }:
                writer.Line($"{Field(target)}.ClearLast({First(target)});");
                return 1;
            case ClearStage clear:
                writer.Line($"{slots.Of(clear.Target)}.fill_(0);");
                return 1;
            case CopyStage { Source.IsLast: true } read:
                writer.Line($"{Field(read.Source)}.ReadLast({First(read.Source)}, {slots.Of(read.Target)});");
                return 2;
            case CopyStage { Target.IsLast: true } write:
                writer.Line($"{Field(write.Target)}.WriteLast({First(write.Target)}, {slots.Of(write.Source)});");
                return 1;
            case CopyStage copy:
                writer.Line($"{slots.Of(copy.Target)}.copy_({slots.Of(copy.Source)});");
                return 1;
            default:
                throw new InvalidOperationException($"no tensor call for the stage {stage.Name}");
        }
    }

    private int PrintSums(SourceWriter writer, FusedStage stage)
    {
        if (plan.SumsOf(stage) is not { } sums)
        {
            return 0;
        }

        var products = plan.ProductsOf(stage);
        var rest = products.Where(p => !IsLoop || !sums.IsOverTime || !p.IsAhead).ToList();
        var isStarted = IsLoop && sums.IsOverTime && (rest.Count < products.Count || sums.BiasField is not null);
        return PrintProducts(writer, sums, rest, slots.Of(sums.Field, sums.Time), slots, isFirst: !isStarted);
    }

    private int PrintProducts(
        SourceWriter writer,
        StageSums sums,
        IReadOnlyList<StageProduct> products,
        string target,
        SlotText at,
        bool isFirst
    )
    {
        var calls = 0;
        var gates = sums.Stage.Gates;
        if (isFirst && sums.BiasField is { } bias)
        {
            writer.Line($"{target}.copy_({bias}.Value);");
            (calls, isFirst) = (1, false);
        }
        else if (isFirst && (products.Count == 0 || products[0].Count < gates))
        {
            writer.Line($"{target}.fill_(0);");
            (calls, isFirst) = (1, false);
        }

        var units = plan.Names.Size(sums.Stage.Units);
        foreach (var product in products)
        {
            var part =
                product.Count == gates
                    ? target
                    : $"{target}.narrow(1, {Times(product.First, units)}, {Times(product.Count, units)})";
            writer.Line(
                $"{part}.addmm_({Operand(product, at)}, {product.Pack}.Factor, beta: {(isFirst ? "0" : "1")}, alpha: 1);"
            );
            isFirst = false;
            calls++;
        }

        return calls;
    }

    private string Operand(StageProduct product, SlotText at) =>
        plan.Operand(product.Segments[0].Operand.Buffer, at.Of(product.Operand, product.Time));

    private int PrintEpilogue(SourceWriter writer, FusedStage stage, SlotText at)
    {
        var epilogue = new TensorEpilogue(stage, plan.Names, at, plan.SumsOf(stage), locals);
        writer.Lines(epilogue.Lines);
        return epilogue.Calls;
    }

    private string Field(BufferRef slot) => plan.Names.Buffer(slot.Buffer);

    private static string First(BufferRef slot) => SlotText.First(slot.Time);

    private string Begin(PartStage part) =>
        part.AtEnd ? $"{Width(part.Source)} - {CSharpText.Factor(Width(part.Target))}" : "0";

    private string Width(BufferRef slot) =>
        plan.Names.Size(plan.Program.Buffers.First(b => b.Name == slot.Buffer).Width);

    private static string Times(int count, string units) =>
        count == 0 ? "0"
        : count == 1 ? units
        : $"{CSharpText.Number(count)} * {CSharpText.Factor(units)}";
}
