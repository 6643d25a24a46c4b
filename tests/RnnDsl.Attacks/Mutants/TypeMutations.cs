using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Types that become others.</summary>
internal static class TypeMutations
{
    // {0} is a dim or a type of the source.
    private static readonly string[] types =
    [
        "Vec<{0}>",
        "Mat<{0}, {0}>",
        "Seq<{0}>",
        "Token<{0}>",
        "Tokens<{0}>",
        "Scalar",
        "Vec<Cat<{0}, {0}>>",
        "Vec<Vec<{0}>>",
        "Vec<int>",
        "Vec<>",
        "Vec<{0}>?",
        "Vec<{0}>[]",
        "Vec<{0}*>",
        "Scalar?",
        "float",
        "double",
        "int",
        "string",
        "object",
        "dynamic",
        "void",
        "void*",
        "int*",
        "delegate*<void>",
        "var",
        "nint",
        "{0}",
        "{0}[]",
        "{0}[,]",
        "{0}?",
        "Span<float>",
        "(Vec<{0}>, Vec<{0}>)",
        "(Vec<{0}> a, Scalar b)",
        "ref Vec<{0}>",
        "System.Func<Vec<{0}>, Vec<{0}>>",
        "Lstm<{0}, {0}>",
        "Lstm<{0}, {0}>[]",
        "Lstm<{0}, {0}>.State",
        "Dense<{0}, {0}>",
        "Dense<{0}, {0}>[]",
        "Embedding<{0}, {0}>",
        "Stack<Gru<{0}, {0}>, Gru<{0}, {0}>, {0}, {0}, {0}>",
        "Bidirectional<Lstm<{0}, {0}>, {0}, {0}>",
        "global::RnnDsl.Vec<{0}>",
        "RnnDsl.Training.Adam",
        "Unknown<{0}>",
    ];

    public static string? Change(Draw draw, CompilationUnitSyntax root) =>
        root.Any<TypeSyntax>(draw, IsWhole) is { } type
            ? root.Put(type.Span, draw.Of(types).Replace("{0}", Argument(draw, root), StringComparison.Ordinal))
            : null;

    private static bool IsWhole(TypeSyntax type) =>
        type.Parent
            is VariableDeclarationSyntax
                or ParameterSyntax
                or MethodDeclarationSyntax
                or TypeArgumentListSyntax
                or TypeConstraintSyntax
                or BaseTypeSyntax
                or TypeOfExpressionSyntax;

    private static string Argument(Draw draw, SyntaxNode root) =>
        root.Any<TypeParameterSyntax>(draw) is { } parameter && draw.Percent(50) ? parameter.Identifier.Text
        : root.Any<TypeArgumentListSyntax>(draw)?.Arguments.FirstOrDefault() is { } argument ? $"{argument}"
        : "H";
}
