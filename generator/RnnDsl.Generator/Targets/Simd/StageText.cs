using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>What a stage does, in words, for comments.</summary>
public static class StageText
{
    /// <summary>The products whose sum an epilogue receives: <c>a0 = window·pack_x + h·pack_h</c>.</summary>
    public static string Sum(FusedStage stage, ProgramNames names)
    {
        if (stage.Gates == 0)
        {
            return "Elementwise.";
        }

        var accumulators = stage.Gates == 1 ? "a0" : "a0 ... " + EpiloguePrinter.Accumulator(stage.Gates - 1);
        var products = stage.Segments.Select(s => $"{names.PackName(s.Pack)} · {s.Operand.Buffer}");
        return $"{accumulators} = {string.Join(" + ", products)}";
    }
}
