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
            .Concat(program.Derived.Graph.Nodes.SelectMany(node => node.Type.Dims))
            .Concat(program.Derived.Graph.Nodes.Select(node => node.Dim).OfType<Dim>())
            .Concat(program.Inputs.SelectMany(i => i.Type.Dims))
            .Concat(program.Regions.SelectMany(r => r.Stages).SelectMany(s => s.Accept(StageDims.Instance)));
        return dims.SelectMany(d => d.Factors).OfType<NamedDim>().Select(d => d.Name).Distinct();
    }
}
