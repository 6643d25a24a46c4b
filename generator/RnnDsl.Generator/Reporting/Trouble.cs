using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Guarding;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Reporting;

/// <summary>What the stages behind the lowering found wrong with a declaration. It holds no place, so that it does not move.</summary>
/// <param name="Id">Metadata name of the class.</param>
/// <param name="Uses">Those of the classes that it holds or calls.</param>
/// <param name="Problem">An error in the declaration; null where there is none.</param>
/// <param name="Failure">An error of the generator; null where there is none.</param>
/// <param name="HalfReadEnds">Origins of last steps that only half of a layer has come to.</param>
public sealed record Trouble(
    string Id,
    EquatableArray<string> Uses,
    Problem? Problem,
    Failure? Failure,
    EquatableArray<int> HalfReadEnds
)
{
    /// <summary>Whether the class has no code; else all there is are warnings.</summary>
    public bool IsError => Failure is not null || Problem is { IsOfParameters: false };

    /// <summary>Null where all is well.</summary>
    public static Trouble? Of(Declaration declaration, Problem? problem, EquatableArray<int> halfReadEnds) =>
        problem is null && declaration.Failure is null && halfReadEnds.Count == 0
            ? null
            : new Trouble(
                declaration.Definition.Id,
                declaration.Definition.References().ToEquatableArray(),
                problem,
                declaration.Failure,
                halfReadEnds
            );
}
