using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets;

/// <summary>The dims that a program's sizes are made of.</summary>
internal static class ProgramDims
{
    /// <summary>The names of the dims that the sizes of its buffers, packs, parameters, inputs and stages are made of.</summary>
    public static IEnumerable<string> Of(Program program)
    {
        var dims = program
            .Buffers.Select(b => b.Width)
            .Concat(program.Packs.SelectMany(p => new[] { p.Units, p.Depth }))
            .Concat(program.Parameters.SelectMany(p => p.Type.Dims))
            .Concat(program.Parameters.SelectMany(p => p.Part?.Before ?? []))
            .Concat(program.Inputs.SelectMany(i => i.Type.Dims))
            .Concat(program.Forward.Concat(program.Backward).SelectMany(r => r.Stages).SelectMany(Of));
        return dims.SelectMany(d => d.Leaves).OfType<NamedDim>().Select(d => d.Name).Distinct();
    }

    private static IEnumerable<Dim> Of(Stage stage) =>
        stage switch
        {
            FusedStage fused =>
            [
                .. fused.Epilogue.OfType<SizeStep>().Select(s => s.Dim).OfType<Dim>(),
                .. fused.Epilogue.OfType<MaskStep>().SelectMany(m => m.Mask.Before),
                fused.Units,
            ],
            ReductionStage reduction => [reduction.Units],
            SumTimeStage sum => [sum.Units],
            ReverseStage reverse => [reverse.Units],
            _ => [],
        };
}
