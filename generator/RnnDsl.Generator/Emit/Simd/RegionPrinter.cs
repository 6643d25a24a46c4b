using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Emit.Simd;

/// <summary>Prints a region as a method: its loop over time, and in it a call of a kernel for each stage.</summary>
public sealed class RegionPrinter
{
    private readonly Region region;
    private readonly string title;
    private readonly ProgramNames names;
    private readonly List<(Stage Stage, EpiloguePrinter? Epilogue, string Local)> stages = [];

    public RegionPrinter(Region region, ProgramNames names, string title, string methodName)
    {
        this.region = region;
        this.title = title;
        this.names = names;
        MethodName = names.Take(methodName);
        foreach (var stage in region.Stages)
        {
            var name = CSharpText.TypeName(CSharpText.Identifier(stage.Name).TrimStart('@')) + "Stage";
            var type = names.Take(name);
            var epilogue = stage is FusedStage fused ? new EpiloguePrinter(fused, names, type) : null;
            stages.Add((stage, epilogue, names.Take(CSharpText.CamelCase(name))));
        }
    }

    public string MethodName { get; }

    /// <summary>The statement that runs the region.</summary>
    public string Call => MethodName + "(share);";

    public void Print(SourceWriter writer)
    {
        writer.Line("// " + Sentence());
        using (writer.Block($"private void {MethodName}(in Simd::Share share)"))
        {
            switch (region.Kind)
            {
                case RegionKind.Forward:
                    using (writer.Block("for (var t = 0; t < share.Steps; t++)"))
                    {
                        PrintStep(writer, "share.At(t)");
                    }

                    break;
                case RegionKind.Reverse:
                    using (writer.Block("for (var t = share.Steps - 1; t >= 0; t--)"))
                    {
                        PrintStep(writer, "share.At(t)");
                    }

                    break;
                default:
                    if (names.IsStream)
                    {
                        PrintStep(writer, "share.Turn(Pushed)");
                    }
                    else
                    {
                        PrintStages(writer, "share");
                    }

                    break;
            }
        }

        foreach (var (_, epilogue, _) in stages)
        {
            if (epilogue is not null)
            {
                writer.Line();
                epilogue.Print(writer);
            }
        }
    }

    private string Sentence() =>
        region.Kind switch
        {
            RegionKind.Forward => $"{title}: every step, first to last.",
            RegionKind.Reverse => $"{title}: every step, last to first.",
            _ => $"Once, {title}.",
        };

    private void PrintStep(SourceWriter writer, string step)
    {
        writer.Line($"var step = {step};");
        PrintStages(writer, "step");
    }

    private void PrintStages(SourceWriter writer, string share)
    {
        foreach (var (stage, epilogue, local) in stages)
        {
            switch (stage)
            {
                case FusedStage fused:
                    PrintFused(writer, fused, epilogue!, local, share);
                    break;
                case ReductionStage reduction:
                    var method = reduction.Op == Ir.Ops.Sum ? "Sum" : "Max";
                    writer.Line(
                        $"Simd::Reduction.{method}({names.At(reduction.Source)}, {names.At(reduction.Target)}, "
                            + $"{names.Size(reduction.Units)}, {share});"
                    );
                    break;
                case SquaresStage squares:
                    writer.Call(
                        "Simd::Squares.Sum",
                        [
                            $"[{string.Join(", ", squares.Parameters.Select(names.Parameter))}]",
                            names.At(squares.Target),
                            share,
                        ],
                        ";"
                    );
                    break;
                case SumTimeStage sum:
                    writer.Line(
                        $"Simd::Reduction.SumTime({names.Buffer(sum.Source.Buffer)}, {ProgramNames.FirstSlot(sum.Source.Time)}, "
                            + $"{names.At(sum.Target)}, {share});"
                    );
                    break;
                case JoinStage join:
                    writer.Line(
                        $"Simd::Units.Join({names.At(join.First)}, {names.At(join.Second)}, {names.At(join.Target)}, {share});"
                    );
                    break;
                case PartStage part:
                    var end = part.AtEnd ? "Last" : "First";
                    writer.Line($"Simd::Units.{end}({names.At(part.Source)}, {names.At(part.Target)}, {share});");
                    break;
                case ReverseStage reverse:
                    writer.Line($"Simd::Reversal.Copy({Steps(reverse.Source)}, {Steps(reverse.Target)}, {share});");
                    break;
                case ClearStage { Target: { IsLast: true } target }:
                    writer.Line($"Simd::LastSteps.Clear({Last(target)}, {share});");
                    break;
                case ClearStage clear:
                    writer.Line($"{names.At(clear.Target)}.Clear({share});");
                    break;
                case CopyStage { Source.IsLast: true } read:
                    writer.Line($"Simd::LastSteps.Read({Last(read.Source)}, {names.At(read.Target)}, {share});");
                    break;
                case CopyStage { Target.IsLast: true } write:
                    writer.Line($"Simd::LastSteps.Write({Last(write.Target)}, {names.At(write.Source)}, {share});");
                    break;
                case CopyStage copy:
                    writer.Line($"{names.At(copy.Source)}.CopyTo({names.At(copy.Target)}, {share});");
                    break;
                default:
                    throw new InvalidOperationException($"no C# for the stage {stage.Name}");
            }
        }
    }

    private string Last(BufferRef slot) => $"{names.Buffer(slot.Buffer)}, slot: {ProgramNames.FirstSlot(slot.Time)}";

    private string Steps(BufferRef slot) => $"{names.Buffer(slot.Buffer)}, {ProgramNames.FirstSlot(slot.Time)}";

    private void PrintFused(SourceWriter writer, FusedStage stage, EpiloguePrinter epilogue, string local, string share)
    {
        writer.Call($"var {local} = new {epilogue.TypeName}", epilogue.Arguments, ";");
        var units = names.Size(stage.Units);
        if (stage.Gates == 0)
        {
            writer.Line($"Simd::Product.Run0({share}, {units}, ref {local});");
            return;
        }

        var segments = stage.Segments.Select(segment =>
            segment.IsAhead
                ? $"{names.Ahead[(segment, region.Kind)]}.At(t, share)"
                : $"new({names.At(segment.Operand)}, {names.Pack(segment.Pack)})"
        );
        writer.Call(
            "Simd::Product.Run" + CSharpText.Number(stage.Gates),
            [share, units, $"[{string.Join(", ", segments)}]", "ref " + local],
            ";"
        );
    }
}
