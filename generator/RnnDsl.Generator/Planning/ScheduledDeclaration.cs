using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>A declaration with the programs that its fast code consists of: what a printer prints.</summary>
/// <param name="Predict">Results of a batch; null where the declaration has none, or has errors.</param>
/// <param name="Stream">One step of one example; null where it cannot stream.</param>
/// <param name="StreamObstacle">Why it cannot stream; null where it can.</param>
/// <param name="Train">Loss and gradients of a batch.</param>
/// <param name="Model">The definition of a training's model.</param>
/// <param name="DefinitionText">The definition, printed, for the attribute that other assemblies read.</param>
/// <param name="Equations">The equations that it consists of, as they were written.</param>
public sealed record ScheduledDeclaration(
    Declaration Declaration,
    Program? Predict,
    Program? Stream,
    string? StreamObstacle,
    Program? Train,
    Definition? Model,
    string DefinitionText,
    EquatableArray<string> Equations
)
{
    /// <summary>Why it has no program; null where it has one, or nothing that needs one.</summary>
    public Problem? Problem { get; init; }

    /// <inheritdoc cref="LinkedDeclaration.HalfReadEnds"/>
    public EquatableArray<int> HalfReadEnds { get; init; } = EquatableArray<int>.Empty;

    /// <summary>The declaration without programs.</summary>
    public static ScheduledDeclaration Without(LinkedDeclaration linked) =>
        new(linked.Declaration, null, null, null, null, linked.Model, linked.DefinitionText, linked.Equations)
        {
            Problem = linked.Problem,
            HalfReadEnds = linked.HalfReadEnds,
        };
}
