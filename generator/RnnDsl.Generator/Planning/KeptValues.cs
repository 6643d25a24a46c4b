using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Planning;

/// <summary>Says in words what the backward pass finds in memory for every step, and what it computes again instead.</summary>
internal static class KeptValues
{
    /// <summary>Lines for the header; none for a program without a backward pass.</summary>
    public static IEnumerable<string> Notes(Program program)
    {
        var (forward, backward) = (Stages(program.Forward).ToList(), Stages(program.Backward).ToList());
        var written = StageAccess.Buffers(forward, writes: true);
        var read = StageAccess.Buffers(backward, writes: false);
        read.UnionWith(
            program.Gradients.SelectMany(gradient => gradient.Terms).Select(term => term.Operand ?? term.Adjoint)
        );
        var kept = program
            .Buffers.Where(buffer => buffer.Kind is BufferKind.Steps or BufferKind.States)
            .Where(buffer => written.Contains(buffer.Name) && read.Contains(buffer.Name))
            .Select(buffer => buffer.Name)
            .ToList();
        if (kept.Count > 0)
        {
            yield return $"{string.Join(", ", kept)}: kept from every step for the backward pass";
        }

        var computed = new HashSet<string>(forward.SelectMany(Equations), StringComparer.Ordinal);
        var again = backward.SelectMany(Equations).Where(computed.Contains).Distinct(StringComparer.Ordinal).ToList();
        if (again.Count > 0)
        {
            yield return $"{string.Join(", ", again)}: computed again in the backward pass, which is cheaper than memory";
        }
    }

    private static IEnumerable<Stage> Stages(IEnumerable<Region> regions) =>
        regions.SelectMany(region => region.Stages);

    private static IEnumerable<string> Equations(Stage stage) =>
        stage is FusedStage fused
            ? fused
                .Epilogue.OfType<ComputeStep>()
                .Where(step => step.Named)
                .Select(step => step.Equation)
                .OfType<string>()
            : [];
}
