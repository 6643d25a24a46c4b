using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>A declaration with the programs that its fast code consists of: what a printer prints.</summary>
/// <param name="Programs">Its programs for each target, in the order of the targets; none where it has errors.</param>
/// <param name="StreamObstacle">Why it cannot stream; null where it can.</param>
/// <param name="Model">The definition of a training's model.</param>
/// <param name="DefinitionText">The definition, printed, for the attribute that other assemblies read.</param>
/// <param name="Equations">The equations that it consists of, as they were written.</param>
public sealed record ScheduledDeclaration(
    Declaration Declaration,
    EquatableArray<TargetPrograms> Programs,
    string? StreamObstacle,
    Definition? Model,
    string DefinitionText,
    EquatableArray<string> Equations
)
{
    /// <summary>Results of a batch, as the first target computes them, which runs the members of the class itself.</summary>
    public Program? Predict => First?.Predict;

    /// <summary>One step of one example, by the first target.</summary>
    public Program? Stream => First?.Stream;

    /// <summary>Loss and gradients of a batch, by the first target.</summary>
    public Program? Train => First?.Train;

    private TargetPrograms? First => Programs.Count > 0 ? Programs[0] : null;

    /// <summary>Why it has no program; null where it has one, or nothing that needs one.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The programs for a target; null where there are none.</summary>
    public TargetPrograms? For(string target) => Programs.FirstOrDefault(programs => programs.Target == target);

    /// <inheritdoc cref="LinkedDeclaration.HalfReadEnds"/>
    public EquatableArray<int> HalfReadEnds { get; init; } = EquatableArray<int>.Empty;

    /// <summary>The declaration without programs.</summary>
    public static ScheduledDeclaration Without(LinkedDeclaration linked) =>
        new(
            linked.Declaration,
            EquatableArray<TargetPrograms>.Empty,
            null,
            linked.Model,
            linked.DefinitionText,
            linked.Equations
        )
        {
            Problem = linked.Problem,
            HalfReadEnds = linked.HalfReadEnds,
        };
}
