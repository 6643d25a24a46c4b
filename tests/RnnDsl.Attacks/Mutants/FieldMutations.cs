using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Gives fields initialisers, and turns fields into properties.</summary>
internal static class FieldMutations
{
    private static readonly string[] values =
    [
        "new(1.0, 2.0)",
        "default",
        "default!",
        "null!",
        "new()",
        "0",
        "new(1, 3, 7)",
        "throw null!",
        "Vec<H>.Zero(3)",
        "[]",
        "Helper()",
    ];

    private static readonly string[] accessors =
    [
        "{ get; set; }",
        "{ get; }",
        "{ get => field; set; }",
        "=> default;",
        "{ get; init; } = default!;",
    ];

    public static string? Initialize(Draw draw, CompilationUnitSyntax root) =>
        root.Any<VariableDeclaratorSyntax>(draw, variable => variable.Parent?.Parent is FieldDeclarationSyntax)
            is { } field
            ? root.Put(field.Span.End, $" = {draw.Of(values)}")
            : null;

    public static string? Property(Draw draw, CompilationUnitSyntax root) =>
        root.Any<FieldDeclarationSyntax>(draw) is { } field
            ? root.Put(field.SemicolonToken.Span, " " + draw.Of(accessors))
            : null;
}
