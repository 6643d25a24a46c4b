using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>Prints a region as a method: its loop over time, and in it a call of a kernel for each stage.</summary>
public sealed class RegionPrinter
{
    private readonly Region region;
    private readonly string title;
    private readonly bool areRowsDense;
    private readonly ProgramNames names;
    private readonly List<(Stage Stage, EpiloguePrinter? Epilogue, string Local)> stages = [];

    /// <param name="region">The region.</param>
    /// <param name="names">The fields of the class.</param>
    /// <param name="title">What comments call the region.</param>
    /// <param name="methodName">Name of the method.</param>
    /// <param name="areRowsDense">Whether the rows of several steps follow each other whatever the lengths of the sequences are.</param>
    public RegionPrinter(Region region, ProgramNames names, string title, string methodName, bool areRowsDense)
    {
        this.areRowsDense = areRowsDense;
        this.region = region;
        this.title = title;
        this.names = names;
        MethodName = names.Take(methodName);
        foreach (var stage in region.Stages)
        {
            var name = CSharpText.TypeName(CSharpText.Plain(stage.Name)) + "Stage";
            var type = names.Take(name);
            var epilogue = stage is FusedStage fused ? new EpiloguePrinter(fused, names, type, At) : null;
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
                case RegionKind.Each:
                    using (writer.Block("for (int t = 0, until; t < share.Steps; t = until)"))
                    {
                        writer.Line($"var steps = share.{(areRowsDense ? "" : "Equal")}StepsFrom(t, out until);");
                        PrintStages(writer, "steps");
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
            if (epilogue is { IsStore: false })
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
            RegionKind.Each => $"{title}: every step. None needs another, so several run as one.",
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
                case ReductionStage { Token: { } token } at:
                    writer.Line(
                        $"Simd::Reduction.At({At(at.Source)}, {At(token)}, {At(at.Target)}, {names.Size(at.Units)}, {share});"
                    );
                    break;
                case ReductionStage reduction:
                    writer.Line(
                        $"Simd::Reduction.{reduction.Op.Simd}({At(reduction.Source)}, {At(reduction.Target)}, "
                            + $"{names.Size(reduction.Units)}, {share});"
                    );
                    break;
                case SquaresStage squares:
                    writer.Call(
                        "Simd::Squares.Sum",
                        [
                            $"[{string.Join(", ", squares.Parameters.Select(names.Parameter))}]",
                            At(squares.Target),
                            share,
                        ],
                        ";"
                    );
                    break;
                case SumTimeStage sum:
                    writer.Line(
                        $"Simd::Reduction.SumTime({names.Buffer(sum.Source.Buffer)}, {SlotNumbers.First(sum.Source.Time)}, "
                            + $"{At(sum.Target)}, {share});"
                    );
                    break;
                case JoinStage join:
                    writer.Line($"Simd::Units.Join({At(join.First)}, {At(join.Second)}, {At(join.Target)}, {share});");
                    break;
                case PartStage part:
                    var end = part.AtEnd ? "Last" : "First";
                    writer.Line($"Simd::Units.{end}({At(part.Source)}, {At(part.Target)}, {share});");
                    break;
                case ReverseStage reverse:
                    writer.Line($"Simd::Reversal.Copy({Steps(reverse.Source)}, {Steps(reverse.Target)}, {share});");
                    break;
                case ClearStage { Target: { IsLast: true } target }:
                    writer.Line($"Simd::LastSteps.Clear({Last(target)}, {share});");
                    break;
                case ClearStage clear:
                    writer.Line($"{At(clear.Target)}.Clear({share});");
                    break;
                case CopyStage { Source.IsLast: true } read:
                    writer.Line($"Simd::LastSteps.Read({Last(read.Source)}, {At(read.Target)}, {share});");
                    break;
                case CopyStage { Target.IsLast: true } write:
                    writer.Line($"Simd::LastSteps.Write({Last(write.Target)}, {At(write.Source)}, {share});");
                    break;
                case CopyStage copy:
                    writer.Line($"{At(copy.Source)}.CopyTo({At(copy.Target)}, {share});");
                    break;
                default:
                    throw new InvalidOperationException($"no C# for the stage {stage.Name}");
            }
        }
    }

    /// <summary>The rows of a slot; where several steps run as one, those of the next steps follow.</summary>
    private string At(BufferRef slot) => region.Kind == RegionKind.Each ? names.From(slot) : names.At(slot);

    private string Last(BufferRef slot) => $"{names.Buffer(slot.Buffer)}, slot: {SlotNumbers.First(slot.Time)}";

    private string Steps(BufferRef slot) => $"{names.Buffer(slot.Buffer)}, {SlotNumbers.First(slot.Time)}";

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
                ? $"{names.Ahead[(segment, region.Kind)]}.At(t, {names.Pack(segment.Pack)}, share)"
                : $"new({At(segment.Operand)}, {names.Pack(segment.Pack)})"
        );
        writer.Call(
            "Simd::Product.Run" + CSharpText.Number(stage.Gates),
            [share, units, $"[{string.Join(", ", segments)}]", "ref " + local],
            ";"
        );
    }
}
