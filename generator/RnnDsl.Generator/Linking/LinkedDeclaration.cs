using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>A declaration with its whole computation as one graph, children and functions inlined.</summary>
/// <param name="Forward">A layer's or cell's result, or a training's loss; null where there is none, or where it has errors.</param>
/// <param name="Model">The definition of a training's model.</param>
/// <param name="DefinitionText">The definition, printed.</param>
/// <param name="Equations">The equations that it consists of, as they were written, for headers.</param>
/// <param name="Problem">Why it could not be linked; null where it could.</param>
public sealed record LinkedDeclaration(
    Declaration Declaration,
    Graph? Forward,
    Definition? Model,
    string DefinitionText,
    EquatableArray<string> Equations,
    Problem? Problem
)
{
    /// <summary>Origins of last steps that are read where half of what they hold has seen one step only: a warning at each.</summary>
    public EquatableArray<int> HalfReadEnds { get; init; } = EquatableArray<int>.Empty;

    /// <summary>The declaration without its graph.</summary>
    public static LinkedDeclaration Without(Declaration declaration) =>
        new(declaration, null, null, "", EquatableArray<string>.Empty, null);
}
