using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>A declaration with the definitions that it needs: later stages run again when one of them changes, and only then.</summary>
/// <param name="Needed">The definitions that it needs, transitively, from this and from other assemblies.</param>
public sealed record ResolvedDeclaration(Declaration Declaration, EquatableArray<Definition> Needed);
