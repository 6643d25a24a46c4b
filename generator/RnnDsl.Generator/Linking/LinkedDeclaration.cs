using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>A declaration with its whole computation as one graph, children and functions inlined.</summary>
/// <param name="Forward">A layer's or cell's result, or a training's loss; null if there is none, or if it has errors.</param>
/// <param name="Model">The definition of a training's model.</param>
/// <param name="DefinitionText">The definition, printed.</param>
/// <param name="Equations">Its equations as they were written, for headers.</param>
/// <param name="Problem">The problem that prevented linking; null if there was none.</param>
public sealed record LinkedDeclaration(
    Declaration Declaration,
    Graph? Forward,
    Definition? Model,
    string DefinitionText,
    EquatableArray<string> Equations,
    Problem? Problem
)
{
    /// <summary>The other public methods of a layer.</summary>
    public EquatableArray<MethodGraph> Others { get; init; } = EquatableArray<MethodGraph>.Empty;

    /// <summary>Origins of reads of a last step half of which has seen one step only: each gets a warning.</summary>
    public EquatableArray<int> HalfReadEnds { get; init; } = EquatableArray<int>.Empty;

    /// <summary>The declaration without its graph.</summary>
    public static LinkedDeclaration Without(Declaration declaration) =>
        new(declaration, null, null, "", EquatableArray<string>.Empty, null);
}
