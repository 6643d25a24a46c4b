using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Model;

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
/// <param name="HasErrors">The analyzer reports at least one error in it: only a stub that throws is generated.</param>
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
);
