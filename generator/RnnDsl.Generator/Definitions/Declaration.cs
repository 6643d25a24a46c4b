using RnnDsl.Generator.Guarding;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// A class that the user attributed, lowered: what the generator's later stages start from. Holds no symbol, syntax or location.
/// </summary>
/// <param name="Definition">What it declares.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Name">Simple name of the class.</param>
/// <param name="TypeParameters">Names of the type parameters, in order.</param>
/// <param name="Containers">Headers of the types around it, outermost first: <c>partial class Outer</c>.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c> ...</param>
/// <param name="External">Definitions that it needs from other assemblies, read from metadata, transitively.</param>
/// <param name="Training">The numbers of <c>[Training]</c>; null for others.</param>
/// <param name="HasErrors">It has at least one error, which is reported: only members that throw are generated.</param>
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
    /// <summary>An error of the generator in it; null where there is none.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Whether members can be added to the class at all; where not, that is the error.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>What it is in C#: <c>class</c>, and of a declaration with that error <c>struct</c>, <c>record</c>.</summary>
    public string Keyword { get; init; } = "class";

    /// <summary>The constraints of the type parameters that the user's parts lack, which is an error too.</summary>
    public string Constraints { get; init; } = "";

    /// <summary>Whether the user has written a constructor, which is an error.</summary>
    public bool HasConstructor { get; init; }

    /// <summary>The names that several methods of the class have, which is an error where equations have them.</summary>
    public EquatableArray<string> Overloaded { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether it has to do with something that is marked <c>[Obsolete]</c>, so that its code is no place for that warning.</summary>
    public bool UsesObsolete { get; init; }

    /// <summary>The numbers of diagnostics of what is marked <c>[Experimental]</c>, likewise.</summary>
    public EquatableArray<string> Experiments { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The modifier of members that have the user's own types in their signatures.</summary>
    public string Visibility { get; init; } = "public";

    /// <summary>Of the names that generated code uses (<see cref="KnownNames"/>), those that mean something else in the class.</summary>
    public EquatableArray<string> Hidden { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The names of its files up to their parts, where that is not <see cref="Definition.Id"/>.</summary>
    public string? FileName { get; init; }

    /// <summary>The declaration where a stage has failed.</summary>
    public Declaration Fail(Failure failure) => this with { Failure = failure, HasErrors = true };

    /// <summary>The same in a stage behind the lowering: what has errors of the user's fails of them, and they are reported.</summary>
    public Declaration FailLater(Failure failure) => HasErrors ? this : Fail(failure);
}
