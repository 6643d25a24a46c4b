using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Type parameters, their constraints, and what a class derives from.</summary>
internal static class GenericMutations
{
    private static readonly string[] parameters =
    [
        "<T>",
        "<X, H>",
        "<in T>",
        "<>",
        "<X, X>",
        "<[Obsolete] X>",
        "<State>",
    ];

    private static readonly string[] constraints =
    [
        "where T : class",
        "where X : struct, IDim",
        "where H : IDim, new()",
        "where X : H",
        "where T : unmanaged",
        "where X : notnull",
        "where H : class, IDim",
        "where X : allows ref struct",
        "where X : IDim, System.IDisposable",
    ];

    private static readonly string[] bases =
    [
        "object",
        "System.IDisposable",
        "System.Exception",
        "TrainingLoop<int>",
        "IParameterized",
        "IDim",
        "Lstm<int, int>",
        "System.IEquatable<string>",
        "dynamic",
        "Unknown",
        "System.Attribute",
        "System.MarshalByRefObject",
    ];

    public static string? Change(Draw draw, CompilationUnitSyntax root)
    {
        if (root.Any<TypeDeclarationSyntax>(draw) is not { } type)
        {
            return null;
        }

        return draw.Below(3) switch
        {
            0 => type.TypeParameterList is { } list
                ? root.Put(list.Span, draw.Of(parameters))
                : root.Put(type.Identifier.Span.End, draw.Of(parameters)),
            1 when type.ConstraintClauses.Count > 0 => root.Put(
                draw.Of(type.ConstraintClauses).Span,
                draw.Of(constraints)
            ),
            _ => root.Put(type.OpenBraceToken.SpanStart, draw.Of(constraints) + " "),
        };
    }

    public static string? Base(Draw draw, CompilationUnitSyntax root) =>
        root.Any<TypeDeclarationSyntax>(draw) is { } type
            ? root.Put(type.TypeParameterList?.Span.End ?? type.Identifier.Span.End, $" : {draw.Of(bases)}")
            : null;
}
