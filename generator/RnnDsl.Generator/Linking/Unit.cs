using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>A declaration with what it depends on: the stages behind run again when one of them changes, and only then.</summary>
/// <param name="Needed">The definitions of the same compilation that it needs, directly or through others.</param>
public sealed record Unit(Declaration Declaration, EquatableArray<Definition> Needed);
