using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Torch.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints the tensor calls of a stage, and says how many there are.</summary>
/// <param name="writer">Takes the calls.</param>
/// <param name="region">The region.</param>
/// <param name="planned">How the stage runs.</param>
/// <param name="slots">How slots are written here.</param>
internal sealed class TensorStageCalls(
    SourceWriter writer,
    TensorRegionPrinter region,
    StageCalls planned,
    SlotText slots
) : IStageVisitor<int>
{
    public int Visit(ClearStage stage)
    {
        var target = stage.Target;
        writer.Line(target.IsLast ? $"{Field(target)}.ClearLast({First(target)});" : $"{slots.Of(target)}.fill_(0);");
        return 1;
    }

    public int Visit(CopyStage stage)
    {
        if (stage.Source.IsLast)
        {
            writer.Line($"{Field(stage.Source)}.ReadLast({First(stage.Source)}, {slots.Of(stage.Target)});");
            return 2;
        }

        writer.Line(
            stage.Target.IsLast
                ? $"{Field(stage.Target)}.WriteLast({First(stage.Target)}, {slots.Of(stage.Source)});"
                : $"{slots.Of(stage.Target)}.copy_({slots.Of(stage.Source)});"
        );
        return 1;
    }

    public int Visit(FusedStage stage) => region.PrintEquations(writer, planned, slots);

    public int Visit(JoinStage stage)
    {
        writer.Line(
            $"{slots.Of(stage.Target)}.copy_(torch.cat([{slots.Of(stage.First)}, {slots.Of(stage.Second)}], 1));"
        );
        return 2;
    }

    public int Visit(OverTimeStage stage) =>
        region.PrintEquations(writer, planned, new SlotText(region.Names, isLoop: false, isOverTime: true));

    public int Visit(PartStage stage)
    {
        var width = Width(stage.Target);
        var begin = stage.AtEnd ? $"{Width(stage.Source)} - {CSharpText.Factor(width)}" : "0";
        writer.Line($"{slots.Of(stage.Target)}.copy_({slots.Of(stage.Source)}.narrow(1, {begin}, {width}));");
        return 1;
    }

    public int Visit(ReductionStage stage)
    {
        var (source, target) = (slots.Of(stage.Source), slots.Of(stage.Target));
        if (stage.Token is { } token)
        {
            writer.Line($"{target}.copy_(Tensors::Lookup.Units({source}, {slots.Of(token)}));");
            return 3;
        }

        writer.Line($"{target}.copy_({source}.{stage.Op.Tensor!.Calls});");
        return 2;
    }

    public int Visit(ReverseStage stage)
    {
        var (source, target) = (stage.Source, stage.Target);
        writer.Line($"{Field(target)}.CopyReversed({First(target)}, {Field(source)}, {First(source)});");
        return 2;
    }

    public int Visit(SquaresStage stage)
    {
        var target = slots.Of(stage.Target);
        writer.Line($"{target}.fill_(0);");
        writer.Lines(
            stage.Parameters.Select(matrix => $"{target}.add_({region.Names.Parameter(matrix)}.square().sum());")
        );
        return 1 + (3 * stage.Parameters.Count);
    }

    public int Visit(SumTimeStage stage)
    {
        writer.Line($"{Field(stage.Source)}.SumTime({First(stage.Source)}, {slots.Of(stage.Target)});");
        return 2;
    }

    private string Field(BufferRef slot) => region.Names.Buffer(slot.Buffer);

    private static string First(BufferRef slot) => SlotNumbers.First(slot.Time);

    private string Width(BufferRef slot) => region.Width(slot.Buffer);
}
