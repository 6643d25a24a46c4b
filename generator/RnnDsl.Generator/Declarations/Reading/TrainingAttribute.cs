using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Reads <c>[Training(...)]</c>.</summary>
public static class TrainingAttribute
{
    // Defaults as in Keras.
    private const string DefaultOptimizer = "global::RnnDsl.Training.Adam";

    /// <summary>The options; null for other kinds, and for a training without a model.</summary>
    public static TrainingOptions? Read(INamedTypeSymbol type, ClassShape shape)
    {
        if (shape.Kind != DeclarationKind.Training || shape.Fields.Children.Count == 0)
        {
            return null;
        }

        // The compiler rejects an argument that is given twice.
        var arguments = type.Attribute(DslNames.Training)!
            .NamedArguments.GroupBy(a => a.Key, StringComparer.Ordinal)
            .ToDictionary(a => a.Key, a => a.First().Value.Value, StringComparer.Ordinal);
        return new TrainingOptions(
            Value(arguments, "Optimizer") is ITypeSymbol optimizer ? optimizer.CSharp() : DefaultOptimizer,
            Value(arguments, "LearningRate") as float?,
            Value(arguments, "BatchSize") as int?,
            Value(arguments, "Epochs") as int?,
            Value(arguments, "ClipNorm") as float?,
            shape.Fields.Children[0].Field.Name
        )
        {
            Truncate = Value(arguments, "Truncate") as int?,
            Stateful = Value(arguments, "Stateful") is true,
            WeighsSteps = Value(arguments, "LossMean") is 1,
        };
    }

    private static object? Value(Dictionary<string, object?> arguments, string name) =>
        arguments.TryGetValue(name, out var value) ? value : null;
}
