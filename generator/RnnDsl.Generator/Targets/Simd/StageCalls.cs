using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>The calls of kernels that run a stage in a region's method.</summary>
/// <param name="writer">Takes the calls.</param>
/// <param name="region">The region.</param>
/// <param name="names">The names of its program.</param>
/// <param name="share">The rows that the calls work on, as C#.</param>
internal sealed class StageCalls(SourceWriter writer, RegionPrinter region, ProgramNames names, string share)
    : IStageVisitor<SourceWriter>
{
    public SourceWriter Visit(ClearStage stage) =>
        writer.Line(
            stage.Target.IsLast
                ? $"Simd::LastSteps.Clear({Last(stage.Target)}, {share});"
                : $"{At(stage.Target)}.Clear({share});"
        );

    public SourceWriter Visit(CopyStage stage) =>
        writer.Line(
            stage.Source.IsLast ? $"Simd::LastSteps.Read({Last(stage.Source)}, {At(stage.Target)}, {share});"
            : stage.Target.IsLast ? $"Simd::LastSteps.Write({Last(stage.Target)}, {At(stage.Source)}, {share});"
            : $"{At(stage.Source)}.CopyTo({At(stage.Target)}, {share});"
        );

    public SourceWriter Visit(FusedStage stage)
    {
        var (epilogue, local) = region.EpilogueOf(stage);
        writer.Call($"var {local} = new {epilogue.TypeName}", epilogue.Arguments, ";");
        if (stage is { IsOfMatrices: true, Units: MatDim matrix })
        {
            var (lines, columns) = (names.Size(matrix.Rows), names.Size(matrix.Columns));
            return writer.Line($"Simd::Matrices.Run({share}, {lines}, {columns}, ref {local});");
        }

        var units = names.Size(stage.Units);
        if (stage.Gates == 0)
        {
            return writer.Line($"Simd::Product.Run0({share}, {units}, ref {local});");
        }

        var segments = stage.Segments.Select(segment =>
            segment.IsAhead
                ? $"{names.Ahead[(segment, region.Kind)]}.At(t, {names.Pack(segment.Pack)}, share)"
                : $"new({At(segment.Operand)}, {names.Pack(segment.Pack)})"
        );
        return writer.Call(
            "Simd::Product.Run" + CSharpText.Number(stage.Gates),
            [share, units, $"[{string.Join(", ", segments)}]", "ref " + local],
            ";"
        );
    }

    public SourceWriter Visit(JoinStage stage) =>
        writer.Line($"Simd::Units.Join({At(stage.First)}, {At(stage.Second)}, {At(stage.Target)}, {share});");

    // Only a target whose calls cost as much for one step as for all plans it.
    public SourceWriter Visit(OverTimeStage stage) =>
        throw new InvalidOperationException($"{stage.Name} runs over all steps: no kernel does");

    public SourceWriter Visit(PartStage stage) =>
        writer.Line(
            $"Simd::Units.{(stage.AtEnd ? "Last" : "First")}({At(stage.Source)}, {At(stage.Target)}, {share});"
        );

    public SourceWriter Visit(ReductionStage stage)
    {
        var units = names.Size(stage.Units);
        if (stage.Token is { } token)
        {
            return writer.Line(
                $"Simd::Reduction.At({At(stage.Source)}, {At(token)}, {At(stage.Target)}, {units}, {share});"
            );
        }

        return writer.Line(
            $"Simd::Reduction.{stage.Op.Simd}({At(stage.Source)}, {At(stage.Target)}, {units}, {share});"
        );
    }

    public SourceWriter Visit(ReverseStage stage) =>
        writer.Line($"Simd::Reversal.Copy({Steps(stage.Source)}, {Steps(stage.Target)}, {share});");

    public SourceWriter Visit(SquaresStage stage) =>
        writer.Call(
            "Simd::Squares.Sum",
            [$"[{string.Join(", ", stage.Parameters.Select(names.Parameter))}]", At(stage.Target), share],
            ";"
        );

    public SourceWriter Visit(SumTimeStage stage) =>
        writer.Line($"Simd::Reduction.SumTime({Steps(stage.Source)}, {At(stage.Target)}, {share});");

    private string At(BufferRef slot) => region.At(slot);

    private string Last(BufferRef slot) => $"{names.Buffer(slot.Buffer)}, slot: {SlotNumbers.First(slot.Time)}";

    private string Steps(BufferRef slot) => $"{names.Buffer(slot.Buffer)}, {SlotNumbers.First(slot.Time)}";
}
