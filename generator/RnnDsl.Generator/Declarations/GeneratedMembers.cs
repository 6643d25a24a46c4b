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
        "Load",
        "Predict",
        "PredictProgram",
        "Predictor",
        "Predicting",
        "Stream",
        "Streaming",
        "Streams",
        "StreamingRows",
        "StreamState",
        "StreamProgram",
        "Threads",
        "Trim",
        "PackedWeights",
        "Serving",
        "serving",
        "MakeServing",
    };

    private static readonly HashSet<string> OfTraining = new(StringComparer.Ordinal)
    {
        "Sample",
        "Model",
        "CreateProgram",
        "TrainProgram",
    };

    private static readonly HashSet<string> OfCell = new(StringComparer.Ordinal)
    {
        LanguageNames.Scan,
        LanguageNames.Final,
        LanguageNames.StateType,
    };

    /// <summary>Whether the generator writes a member of that name into a class of a kind, which equations cannot use.</summary>
    public static bool Has(DeclarationKind kind, string name) =>
        kind == DeclarationKind.Training
            ? OfTraining.Contains(name)
            : kind != DeclarationKind.Functions && OfModel.Contains(name);

    /// <summary>The user's names that are taken, and where they stand.</summary>
    public static IEnumerable<(string Name, Location At)> Clashes(INamedTypeSymbol type)
    {
        var kind = type.DeclaredKind();
        var names =
            kind == DeclarationKind.Training ? OfTraining
            : kind == DeclarationKind.Functions ? []
            : OfModel;
        var isCell = kind == DeclarationKind.Cell;
        var clashes = type.WrittenMembers()
            .Where(m => names.Contains(m.Name) || (isCell && OfCell.Contains(m.Name)))
            .Select(m => (m.Name, m.Locations[0]));
        return isCell ? clashes.Concat(HiddenDims(type)) : clashes;
    }

    /// <summary>A member that a class would hide with a generated one of its own; null where there is none.</summary>
    public static string? Inherited(INamedTypeSymbol parent, DeclarationKind kind)
    {
        for (var type = parent; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType!)
        {
            var found = type.GetMembers()
                .FirstOrDefault(m =>
                    m.DeclaredAccessibility != Accessibility.Private
                    && (OfModel.Contains(m.Name) || (kind == DeclarationKind.Cell && OfCell.Contains(m.Name)))
                );
            if (found is not null)
            {
                return found.Name;
            }
        }

        return null;
    }

    // In the cell, a dim State would be hidden by the struct.
    private static IEnumerable<(string Name, Location At)> HiddenDims(INamedTypeSymbol cell)
    {
        var typed = cell.WrittenMembers().OfType<IFieldSymbol>().Select(f => (f.Type, At: f.Locations[0]));
        var steps = cell.WrittenMethods()
            .Where(m => m.Name == LanguageNames.Step)
            .SelectMany(
                m => m.Parameters.Select(p => p.Type).Append(m.ReturnType),
                (m, t) => (Type: t, At: m.Locations[0])
            );
        return cell
            .TypeParameters.Where(p => p.Name == LanguageNames.StateType)
            .Select(p => (p.Name, p.Locations[0]))
            .Concat(
                typed
                    .Concat(steps)
                    .Where(use => use.Type is INamedTypeSymbol t && t.TypeArguments.Any(IsDimState))
                    .Select(use => (LanguageNames.StateType, use.At))
            );
    }

    private static bool IsDimState(ITypeSymbol type) => type is INamedTypeSymbol { Name: LanguageNames.StateType };
}
