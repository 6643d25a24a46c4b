using RnnDsl.Generator.Guarding;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// The lowered form of an attributed class: the input of the generator's later stages. Holds no symbol, syntax or location.
/// </summary>
/// <param name="Definition">Its definition.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Name">Simple name of the class.</param>
/// <param name="TypeParameters">Names of the type parameters, in order.</param>
/// <param name="Containers">Headers of its containing types, outermost first: <c>partial class Outer</c>.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c> ...</param>
/// <param name="External">Definitions that it needs from other assemblies, read from metadata, transitively.</param>
/// <param name="Training">The numbers of <c>[Training]</c>; null for others.</param>
/// <param name="HasErrors">Whether it has a reported error: then only members that throw are generated.</param>
public sealed record Declaration(
    Definition Definition,
    string Namespace,
    string Name,
    EquatableArray<string> TypeParameters,
    EquatableArray<string> Containers,
    string Accessibility,
    EquatableArray<Definition> External,
    TrainingOptions? Training,
    bool HasErrors
)
{
    /// <summary>An internal error of the generator; null if there is none.</summary>
    public Failure? Failure { get; init; }

    /// <summary>
    /// The compiler's error that the class is left to, empty where the compiler has none; null if it is not left to the compiler.
    /// </summary>
    public string? LeftError { get; init; }

    /// <summary>Whether one of its errors is a diagnostic of the generator.</summary>
    public bool IsReported { get; init; }

    /// <summary>Whether members can be added to the class at all; if not, that is the error.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Its kind in C#: <c>class</c>, or, for a declaration with that error, <c>struct</c> or <c>record</c>.</summary>
    public string Keyword { get; init; } = "class";

    /// <summary>The constraints of the type parameters that the user's parts lack, which is also an error.</summary>
    public string Constraints { get; init; } = "";

    /// <summary>Whether the user has written a constructor, which is an error.</summary>
    public bool HasConstructor { get; init; }

    /// <summary>The names of overloaded methods of the class, an error for methods with equations.</summary>
    public EquatableArray<string> Overloaded { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether it uses something that is marked <c>[Obsolete]</c>, so that its generated code disables that warning.</summary>
    public bool UsesObsolete { get; init; }

    /// <summary>The diagnostics of <c>[Experimental]</c> members that it uses, likewise disabled.</summary>
    public EquatableArray<string> Experiments { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The accessibility of members that have the user's types in their signatures.</summary>
    public string Visibility { get; init; } = "public";

    /// <summary>The names that generated code uses (<see cref="KnownNames"/>) and that mean something else in the class.</summary>
    public EquatableArray<string> Hidden { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The common prefix of its files' names, if that is not <see cref="Definition.Id"/>.</summary>
    public string? FileName { get; init; }

    /// <summary>The declaration after a stage has failed.</summary>
    public Declaration Fail(Failure failure) => this with { Failure = failure, HasErrors = true };

    /// <summary>The same for a stage after the lowering: if the user's code has errors, they caused the failure and are reported instead.</summary>
    public Declaration FailLater(Failure failure) => HasErrors ? this : Fail(failure);
}
