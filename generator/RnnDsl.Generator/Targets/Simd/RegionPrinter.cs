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
    private readonly Dictionary<string, (EpiloguePrinter Epilogue, string Local)> epilogues = new(
        StringComparer.Ordinal
    );

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
            var local = names.Take(CSharpText.CamelCase(name));
            if (epilogue is not null)
            {
                epilogues.Add(stage.Name, (epilogue, local));
            }
        }
    }

    public string MethodName { get; }

    /// <summary>How often its stages run.</summary>
    internal RegionKind Kind => region.Kind;

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

        foreach (var stage in region.Stages.OfType<FusedStage>())
        {
            if (EpilogueOf(stage).Epilogue is { IsStore: false } epilogue)
            {
                writer.Line();
                epilogue.Print(writer);
            }
        }
    }

    /// <summary>The epilogue of a stage of the region, and the name of the variable that holds it.</summary>
    internal (EpiloguePrinter Epilogue, string Local) EpilogueOf(FusedStage stage) => epilogues[stage.Name];

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
        var calls = new StageCalls(writer, this, names, share);
        foreach (var stage in region.Stages)
        {
            stage.Accept(calls);
        }
    }

    /// <summary>The rows of a slot; where several steps run as one, those of the next steps follow.</summary>
    internal string At(BufferRef slot) => region.Kind == RegionKind.Each ? names.From(slot) : names.At(slot);
}
