using System.Reflection;

namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A method as the user declared it: the reference execution, and the data that it takes.</summary>
/// <param name="target">The model or the training.</param>
/// <param name="method">Its method.</param>
/// <param name="dims">The sizes of the dims.</param>
internal sealed class DeclaredMethod(object target, MethodInfo method, DimSizes dims)
{
    /// <summary>What it takes.</summary>
    public IReadOnlyList<Argument> Arguments { get; } =
    [.. method.GetParameters().Select(parameter => Argument.Of(parameter.ParameterType, dims))];

    /// <summary>Whether its result has a value for every step.</summary>
    public bool GivesSequence => method.ReturnType.Name is "Seq`1" or "Scalars";

    /// <summary>The method that <c>Predict</c> runs.</summary>
    public static MethodInfo PredictedBy(Type model)
    {
        var methods = model
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => IsDeclared(method.ReturnType) && method.GetParameters().Length > 0)
            .ToList();
        return methods.Find(method => method.Name is "Forward")
            ?? methods.Find(method => method.Name is "Apply" && !IsLift(method))
            ?? methods.First(method => !IsLift(method));

        // The generator adds an overload on sequences to a method on vectors.
        bool IsLift(MethodInfo method) =>
            methods.Exists(other => other.Name == method.Name && Sequences(other) < Sequences(method));
    }

    /// <summary>Random data for it, with the given number of steps in each sequence.</summary>
    public Datum[] Draw(Random random, int steps) => [.. Arguments.Select(argument => argument.Draw(random, steps))];

    /// <summary>Some of the steps of an example.</summary>
    public Datum[] Cut(Datum[] example, Range steps) =>
        [.. Arguments.Select((argument, i) => argument.Cut(example[i], steps))];

    /// <summary>The numbers of the result, by the reference execution.</summary>
    public double[] Run(Datum[] example)
    {
        var result = method.Invoke(
            target,
            BindingFlags.DoNotWrapExceptions,
            binder: null,
            [.. Arguments.Select((argument, i) => argument.Reference(example[i]))],
            culture: null
        )!;
        return result is Scalar scalar
            ? [scalar.Value]
            : (double[])result.GetType().GetMethod("ToArray", [])!.Invoke(result, [])!;
    }

    private static bool IsDeclared(Type type) =>
        type == typeof(Scalar)
        || type == typeof(Scalars)
        || type.Name == typeof(Vec<>).Name
        || type.Name == typeof(Seq<>).Name;

    private static int Sequences(MethodInfo method) =>
        method.GetParameters().Count(p => p.ParameterType.Name is "Seq`1" or "Tokens`1" or "Scalars");
}
