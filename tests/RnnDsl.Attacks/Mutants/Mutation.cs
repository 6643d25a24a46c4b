using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Changes a source.</summary>
/// <param name="draw">Chooses where, and to what.</param>
/// <param name="root">The source.</param>
/// <returns>The changed text, or null where there is nothing to change.</returns>
internal delegate string? Mutation(Draw draw, CompilationUnitSyntax root);
