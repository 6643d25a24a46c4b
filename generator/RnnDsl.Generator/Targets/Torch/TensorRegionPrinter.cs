using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Torch.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints a region as a method: its loop over time, and in it a few tensor calls for each stage.</summary>
internal sealed class TensorRegionPrinter
{
    private readonly TensorRegion plan;
    private readonly Region region;
    private readonly TensorNames names;
    private readonly OperandPlan operands;
    private readonly Dictionary<string, BufferSpec> buffers;
    private readonly SlotText slots;
    private readonly string title;
    private readonly string methodName;
    private readonly UniqueNames locals;

    private TensorRegionPrinter(TensorRegion plan, TensorPlan program, string title, string methodName)
    {
        (this.plan, region, names, operands) = (plan, plan.Region, program.Names, program.Operands);
        (this.title, this.methodName) = (title, methodName);
        buffers = program.Program.Buffers.ToDictionary(b => b.Name, StringComparer.Ordinal);
        slots = new SlotText(names, plan.IsLoop, isOverTime: plan.IsWhole);
        locals = new UniqueNames(["all", "memory", .. names.Taken]);
    }

    /// <summary>The fields of the class.</summary>
    internal TensorNames Names => names;

    /// <summary>Prints the method of a region.</summary>
    /// <param name="plan">The region.</param>
    /// <param name="program">The program around it.</param>
    /// <param name="title">What comments call the region.</param>
    /// <param name="methodName">Name of the method.</param>
    public static PrintedRegion Print(TensorRegion plan, TensorPlan program, string title, string methodName)
    {
        var writer = new SourceWriter();
        var calls = new TensorRegionPrinter(plan, program, title, methodName).Print(writer);
        return new PrintedRegion(title, methodName, plan.IsLoop, writer.ToString().TrimEnd('\n'), calls);
    }

    private int Print(SourceWriter writer)
    {
        writer.Line("// " + Sentence());
        using (writer.Block($"private void {methodName}()"))
        {
            if (!plan.IsLoop)
            {
                writer.Line("using var all = torch.NewDisposeScope();");
                return PrintStages(writer);
            }

            PrintAhead(writer);
            var loop =
                region.Kind == RegionKind.Forward
                    ? "for (var t = 0; t < Steps; t++)"
                    : "for (var t = Steps - 1; t >= 0; t--)";
            using (writer.Block(loop))
            {
                writer.Line("using var step = torch.NewDisposeScope();");
                return PrintStages(writer);
            }
        }
    }

    private string Sentence() =>
        region.Kind switch
        {
            not RegionKind.Once when !plan.IsLoop => $"{title}: all steps at once.",
            RegionKind.Forward => $"{title}: every step, first to last.",
            RegionKind.Reverse => $"{title}: every step, last to first.",
            _ when region.Stages.Any(stage => stage is OverTimeStage) =>
                $"What {title} needs of all steps and is known before the first.",
            _ => $"Once, {title}.",
        };

    /// <summary>The sums of all steps, as far as they are known before the first.</summary>
    private void PrintAhead(SourceWriter writer)
    {
        if (plan.Ahead.Count > 0)
        {
            writer.Line("using var all = torch.NewDisposeScope();");
        }

        foreach (var sums in plan.Ahead)
        {
            Print(writer, sums, sums.Sums.Field + ".OverTime(0)", new SlotText(names, isLoop: true, isOverTime: true));
        }
    }

    private int PrintStages(SourceWriter writer) => plan.Stages.Sum(stage => Print(writer, stage));

    private int Print(SourceWriter writer, StageCalls stage) =>
        stage.Stage.Accept(new TensorStageCalls(writer, this, stage, slots));

    /// <summary>Prints the sums of a stage's products, and what its equations compute of them.</summary>
    internal int PrintEquations(SourceWriter writer, StageCalls stage, SlotText at)
    {
        if (stage.Sums is { } sums)
        {
            Print(writer, sums, slots.Of(sums.Sums.Field, sums.Sums.Time), slots);
        }

        new EpiloguePrinter(names, at, stage.Sums?.Sums, locals).Print(writer, stage.Epilogue!);
        return (stage.Sums?.Calls ?? 0) + stage.Epilogue!.Calls;
    }

    /// <summary>C# for the number of a buffer's units.</summary>
    internal string Width(string buffer) => names.Size(buffers[buffer].Width);

    private void Print(SourceWriter writer, SumCalls sums, string target, SlotText at)
    {
        switch (sums.Start)
        {
            case SumStart.Bias:
                writer.Line($"{target}.copy_({sums.Sums.BiasField}.Value);");
                break;
            case SumStart.Zeros:
                writer.Line($"{target}.fill_(0);");
                break;
            default:
                break;
        }

        var (gates, units) = (sums.Sums.Stage.Gates, names.Size(sums.Sums.Stage.Units));
        var isFirst = sums.Start == SumStart.FirstProduct;
        foreach (var product in sums.Products)
        {
            var part =
                product.Count == gates
                    ? target
                    : $"{target}.narrow(1, {Times(product.First, units)}, {Times(product.Count, units)})";
            writer.Line(
                $"{part}.addmm_({Operand(product, at)}, {product.Pack}.Factor, beta: {(isFirst ? "0" : "1")}, alpha: 1);"
            );
            isFirst = false;
        }
    }

    private string Operand(StageProduct product, SlotText at) =>
        OperandText.Of(operands, product.Segments[0].Operand.Buffer, at.Of(product.Operand, product.Time));

    private static string Times(int count, string units) =>
        count == 0 ? "0"
        : count == 1 ? units
        : $"{CSharpText.Number(count)} * {CSharpText.Factor(units)}";
}
