using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Targets.Files;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>Vectors of the CPU: the members of the class itself.</summary>
public sealed class SimdTarget : Target
{
    /// <summary>Kernels of four accumulators; what is at hand in the caches counts, so buffers share memory.</summary>
    public override TargetTraits Traits { get; } =
        new("Simd")
        {
            Accumulators = 4,
            Ahead = AheadProducts.OnePerStage,
            SharesMemory = true,
            JoinsSteps = true,
            HasStreams = true,
        };

    public override bool AppliesTo(Compilation compilation) => true;

    public override TargetOutput Print(ScheduledDeclaration scheduled, FilePrinter files)
    {
        var programs =
            scheduled.For(Traits.Name) ?? new TargetPrograms(Traits.Name, Predict: null, Stream: null, Train: null);
        var printer = new ProgramFiles(scheduled, files);
        return scheduled.Declaration.Definition.Kind switch
        {
            DeclarationKind.Cell or DeclarationKind.Layer => new LayerPrinter(scheduled, programs, printer).Print(),
            DeclarationKind.Training => new TrainingFiles(scheduled, programs, printer).Print(),
            _ => TargetOutput.None,
        };
    }
}
