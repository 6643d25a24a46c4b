using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>A declaration with what it depends on: the stages behind run again when one of them changes, and only then.</summary>
/// <param name="Needed">The definitions that it needs, directly or through others, of its own and of other assemblies.</param>
public sealed record Unit(Declaration Declaration, EquatableArray<Definition> Needed);
