using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Members;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Targets.Torch.Planning;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>
/// Tensors on any device, in <c>Torch</c>, a class inside a layer's or training's. A project that references <c>RnnDsl.Torch</c> has it.
/// </summary>
public sealed class TorchTarget : Target
{
    /// <summary>A call costs as much for one step as for all, so that everything runs ahead that may.</summary>
    public override TargetTraits Traits { get; } =
        new("Torch")
        {
            // The number of gates whose matrices one call multiplies with an operand.
            Accumulators = 4,
            Ahead = AheadProducts.All,
            // Each buffer has a tensor; planned as shared they decide which loops run at once (TensorPlanner) and what headers say.
            SharesMemory = true,
        };

    public override IReadOnlyList<Pass> Passes { get; } =
    [
        Pass.OnProgram(
            "ahead values",
            "what needs nothing that its loop computes is computed before it, for all steps at once",
            Kept.ButEquations,
            state => AheadValues.Apply(state.Program!)
        ),
    ];

    public override bool AppliesTo(Compilation compilation) =>
        compilation.GetTypeByMetadataName(DslNames.TensorMemory) is not null;

    public override TargetOutput Print(ScheduledDeclaration scheduled, FilePrinter files)
    {
        var programs = scheduled.For(Traits.Name);
        var printer = new TorchFiles(scheduled, files);
        return programs switch
        {
            { Train: { } train } when TrainingModel.Of(scheduled) is { } model => new(
                null,
                new TorchTrainingPrinter(model, train, printer).Print().ToList()
            ),
            { Train: null }
                when Predicting(scheduled.Declaration.Definition, programs).ToList() is { Count: > 0 } methods => new(
                null,
                new TorchLayerPrinter(scheduled.Declaration, methods, printer).Print().ToList()
            ),
            _ => TargetOutput.None,
        };
    }

    private static IEnumerable<(Method Method, Program Program)> Predicting(
        Definition definition,
        TargetPrograms programs
    )
    {
        if (programs.Predict is { } predict && EntryPoint.Of(definition) is { } entry)
        {
            yield return (entry, predict);
        }

        foreach (var method in EntryPoint.Others(definition))
        {
            if (programs.Others.FirstOrDefault(other => other.Method == method.Name) is { Predict: var program })
            {
                yield return (method, program);
            }
        }
    }
}
