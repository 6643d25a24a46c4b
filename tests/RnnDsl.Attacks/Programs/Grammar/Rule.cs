namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>A way to write an expression of a type; null where it gives none of this type here.</summary>
/// <param name="scope">Where it is written.</param>
/// <param name="kind">The type of the expression.</param>
/// <param name="depth">How deep expressions in it may be.</param>
internal delegate string? Rule(Scope scope, Kind kind, int depth);
