using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Expressions that become others, of the language or not.</summary>
internal static class ExpressionMutations
{
    private static readonly string[] values =
    [
        "null",
        "default",
        "new()",
        "this",
        "base",
        "0",
        "1 / 0",
        "-1",
        "0.1m",
        "1e400",
        "'c'",
        "\"text\"",
        "$\"{1}\"",
        "throw null!",
        "float.NaN",
        "double.MaxValue",
        "int.MaxValue",
        "x => x",
        "() => 1",
        "[1, 2]",
        "new[] { 1 }",
        "nameof(System)",
        "typeof(int)",
        "stackalloc int[3]",
        "__arglist",
        "_",
        "System.Math.Tanh(1)",
        "Scalar.Equals(1, 2)",
    ];

    // {0} is the expression, {1} another of the source.
    private static readonly string[] wraps =
    [
        "({0})",
        "-{0}",
        "+{0}",
        "!{0}",
        "{0}!",
        "(Scalar){0}",
        "(object){0}",
        "checked({0})",
        "await {0}",
        "{0}?.Last",
        "{0} ?? {1}",
        "true ? {0} : {1}",
        "{0} is var z ? {0} : {1}",
        "{0} with {{ }}",
        "{0} switch {{ _ => {1} }}",
        "{0} == {1}",
        "{0} % {1}",
        "{0}++",
        "({0}, {1})",
        "({0}, {1}).Item1",
        "{0}[0]",
        "{0}[^1]",
        "{0}.Map(e => e)",
        "{0}.Map(Tanh)",
        "{0}.ToString()",
        "{0}.Length",
        "{0}.Last.Last",
        "Tanh({0})",
        "Reverse({0})",
        "Concat({0}, {1})",
        "OneHot({0})",
        "Dropout({0}, 2f)",
        "Dropout({0}, {1})",
        "L2({0})",
        "Size({0}) * {1}",
        "Max({0}, {1})",
        "ref {0}",
        "((System.Func<int>)(() => 1))() * {0}",
        "Sum(Sum(Sum({0})))",
        "{1}",
        "{0} * {1}",
        "{0} + {1}",
        "({0} = {1})",
        "this.{0}",
        "global::{0}",
    ];

    public static string? Replace(Draw draw, CompilationUnitSyntax root) =>
        root.Any<ExpressionSyntax>(draw, IsValue) is { } value ? root.Put(value.Span, draw.Of(values)) : null;

    public static string? Wrap(Draw draw, CompilationUnitSyntax root) =>
        root.Any<ExpressionSyntax>(draw, IsValue) is { } value && root.Any<ExpressionSyntax>(draw, IsValue) is { } other
            ? root.Put(
                value.Span,
                draw.Of(wraps)
                    .Replace("{0}", $"{value}", StringComparison.Ordinal)
                    .Replace("{1}", $"{other}", StringComparison.Ordinal)
                    .Replace("{{", "{", StringComparison.Ordinal)
                    .Replace("}}", "}", StringComparison.Ordinal)
            )
            : null;

    private static bool IsValue(ExpressionSyntax expression) =>
        (expression is not TypeSyntax)
        || expression
            is IdentifierNameSyntax { Parent: ArgumentSyntax or BinaryExpressionSyntax or EqualsValueClauseSyntax };
}
