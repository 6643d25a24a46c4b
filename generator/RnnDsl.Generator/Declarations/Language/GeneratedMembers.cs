using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>The names of the members that the generator writes into a declared class: the user's members must have other names.</summary>
public static class GeneratedMembers
{
    /// <summary>The nested class that a project with <c>RnnDsl.Torch</c> gets in each layer and training.</summary>
    private const string Torch = "Torch";

    private const string Tensors = "RnnDsl.Torch";

    // The nested types of a declared class, which hide others of that name in its fields and methods.
    private static readonly string[] TypesOfModel =
    [
        "Sizes",
        "PredictProgram",
        "Predicting",
        "Streaming",
        "StreamingRows",
        "StreamState",
        "StreamProgram",
        "PackedWeights",
    ];

    private static readonly string[] TypesOfTraining = ["Sample", "TrainProgram"];

    private static readonly HashSet<string> OfModel = new(
        [
            .. TypesOfModel,
            "Dims",
            "Scope",
            "Parameters",
            "Load",
            "Predict",
            "Predictor",
            "Stream",
            "Streams",
            "Threads",
            "Trim",
            "Serving",
            "serving",
            "MakeServing",
        ],
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> OfTraining = new(
        [.. TypesOfTraining, "Model", "CreateProgram"],
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> OfCell = new(
        [DslNames.Scan, DslNames.Final, DslNames.StateType, DslNames.CurrentState, DslNames.ZeroState],
        StringComparer.Ordinal
    );

    /// <summary>Whether the generator writes a member with that name, which equations cannot use, into a class of a kind.</summary>
    public static bool Has(DeclarationKind kind, string name) =>
        kind == DeclarationKind.Training
            ? OfTraining.Contains(name)
            : kind != DeclarationKind.Functions && OfModel.Contains(name);

    /// <summary>All names that the generator adds to a class, including those of its base class.</summary>
    public static ISet<string> In(INamedTypeSymbol type)
    {
        var kind = type.DeclaredKind();
        if (kind is null or DeclarationKind.Functions)
        {
            return new HashSet<string>(StringComparer.Ordinal);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        names.UnionWith(kind == DeclarationKind.Training ? OfTraining.Concat(OfLoop(type)) : OfModel);
        names.UnionWith(kind == DeclarationKind.Cell ? OfCell.Concat(CellStates.Added(type)) : []);
        names.UnionWith(HasTensors(type) ? [Torch] : []);
        names.UnionWith(GeneratedMethods.In(type));
        return names;
    }

    /// <summary>The names of the types among them.</summary>
    public static ISet<string> TypesIn(INamedTypeSymbol type)
    {
        var types = type.DeclaredKind() == DeclarationKind.Training ? TypesOfTraining : TypesOfModel;
        var found = new HashSet<string>(
            types.Concat([DslNames.StateType, Torch]).Concat(GeneratedMethods.TypesIn(type)),
            StringComparer.Ordinal
        );
        found.IntersectWith(In(type));
        return found;
    }

    /// <summary>An inherited member that a generated member would hide; null if there is none.</summary>
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

    // The public members of a training: 'Epochs', 'Fit'.
    private static IEnumerable<string> OfLoop(INamedTypeSymbol training) =>
        (Language(training)?.GetTypeByMetadataName(DslNames.TrainingLoop)?.GetMembers() ?? [])
            .Where(member =>
                member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Internal)
                && member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary }
            )
            .Select(member => member.Name);

    private static IAssemblySymbol? Language(INamedTypeSymbol training) =>
        training.Attribute(DslNames.Training)?.AttributeClass?.ContainingAssembly;

    private static bool HasTensors(INamedTypeSymbol type) =>
        type.ContainingAssembly is { } own
        && own.Modules.SelectMany(module => module.ReferencedAssemblySymbols.Where(other => other.Name == Tensors))
            .Append(own)
            .Any(assembly => assembly.GetTypeByMetadataName(DslNames.TensorMemory) is not null);
}
