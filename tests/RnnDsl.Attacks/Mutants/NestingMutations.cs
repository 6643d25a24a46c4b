using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Classes in other types, and in other namespaces.</summary>
internal static class NestingMutations
{
    private static readonly string[] outers =
    [
        "public partial class Outer",
        "public class Outer",
        "partial class Outer<T>",
        "public static partial class Outer",
        "partial struct Outer",
        "partial record Outer",
        "partial record struct Outer(int X)",
        "partial interface IOuter",
        "abstract partial class Outer",
        "file partial class Outer",
        "partial class Outer<X, H> where X : IDim where H : IDim",
        "partial class Outer { } partial class Outer",
        "namespace Inner",
        "partial class State",
        "partial class @event",
        "[Layer] partial class Outer",
    ];

    private static readonly string[] spaces =
    [
        "My.System",
        "RnnDsl",
        "RnnDsl.Cells",
        "RnnDsl.Simd",
        "System",
        "Shop.@event",
        "A.B.C.D.E",
        "Vec",
        "Simd",
        "global",
        "Lstm",
        "My.RnnDsl",
        "名.ä",
        "@namespace",
        "Microsoft",
        "System.Runtime.Intrinsics",
    ];

    public static string? Wrap(Draw draw, CompilationUnitSyntax root)
    {
        if (root.Any<BaseTypeDeclarationSyntax>(draw) is not { } type)
        {
            return null;
        }

        return root.Put(type.Span, $"{draw.Of(outers)} {{ {type} }}");
    }

    public static string? Namespace(Draw draw, CompilationUnitSyntax root) =>
        root.Any<BaseNamespaceDeclarationSyntax>(draw) is not { } space ? null
        : draw.Percent(15) && space is FileScopedNamespaceDeclarationSyntax file
            ? root.Put(
                Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(
                    file.NamespaceKeyword.SpanStart,
                    file.SemicolonToken.Span.End
                ),
                ""
            )
        : root.Put(space.Name.Span, draw.Of(spaces));
}
