using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Model;

namespace RnnDsl.Generator.Declarations;

/// <summary>The names of the members that the generator writes into a declared class: the user's own must differ.</summary>
public static class GeneratedMembers
{
    private static readonly HashSet<string> OfModel = new(StringComparer.Ordinal)
    {
        "Sizes",
        "Dims",
        "Scope",
        "Parameters",
        "Predict",
        "predictor",
        "PredictProgram",
        "Stream",
        "Streaming",
        "StreamProgram",
    };

    private static readonly HashSet<string> OfTraining = new(StringComparer.Ordinal)
    {
        "Sample",
        "Model",
        "CreateProgram",
        "TrainProgram",
    };

    /// <summary>The user's members whose names are taken.</summary>
    public static IEnumerable<ISymbol> Clashes(INamedTypeSymbol type)
    {
        var kind = type.DeclaredKind();
        var names =
            kind == DeclarationKind.Training ? OfTraining
            : kind == DeclarationKind.Functions ? []
            : OfModel;
        return type.WrittenMembers()
            .Where(m => names.Contains(m.Name) || (kind == DeclarationKind.Cell && m.Name == LanguageNames.Scan));
    }
}
