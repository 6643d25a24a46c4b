using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Members that a declared class should not have, or may have, and classes in two parts.</summary>
internal static class MemberMutations
{
    private static readonly string[] members =
    [
        "public static int Count;",
        "const float half = 0.5f;",
        "const int n = 3;",
        "public Scalar Penalty() => 1;",
        "Scalar Penalty() => L2(this);",
        "public override string ToString() => \"\";",
        "public int Number => 3;",
        "static readonly float rate = 0.1f;",
        "float alpha = 0.1f;",
        "~Model() { }",
        "public event System.Action? Done;",
        "public static implicit operator int(Unknown x) => 0;",
        "class Inner { }",
        "[Layer] partial class Inner { Vec<X> b; public Vec<X> Apply(Vec<X> x) => x + b; }",
        "public struct State { }",
        "public int Sizes;",
        "partial void Hook();",
        "public void Nothing() { }",
        "private T Id<T>(T x) => x;",
        "static Model() { }",
        "public Model() { }",
        "unsafe int* p;",
        "public int this[int i] => i;",
        "Scalar Loss() => 0;",
        "private static Scalar Twice(Scalar x) => 2 * x;",
        "private Scalar Again(Scalar x) => Again(x);",
        "[State] Scalar s;",
        "Vec<Unknown> u;",
        ";",
        "int",
    ];

    public static string? Add(Draw draw, CompilationUnitSyntax root) =>
        root.Any<TypeDeclarationSyntax>(
            draw,
            type => !type.CloseBraceToken.IsMissing && type.CloseBraceToken.SpanStart > 0
        )
            is { } type
            ? root.Put(type.CloseBraceToken.SpanStart, draw.Of(members) + "\n")
            : null;

    /// <summary>Moves the last member of a class to another part.</summary>
    public static string? Split(Draw draw, CompilationUnitSyntax root)
    {
        if (root.Any<ClassDeclarationSyntax>(draw, type => type.Members.Count > 1) is not { } type)
        {
            return null;
        }

        var attributes = draw.Percent(30) ? string.Concat(type.AttributeLists) : "";
        var header =
            $"{attributes} {draw.Of("", "public ", "internal ", "sealed ")}partial class {type.Identifier}{type.TypeParameterList}";
        var member = draw.Of(type.Members);
        return root.Put(
            type.Span,
            $"{header} {{ {member} }}\n{type.RemoveNode(member, SyntaxRemoveOptions.KeepNoTrivia)}"
        );
    }
}
