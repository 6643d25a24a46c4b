using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Attacks.Mutants;

/// <summary>All mutations, and how often each is tried first.</summary>
internal static class Mutations
{
    private static readonly (int Weight, Mutation Mutation)[] all =
    [
        (4, TokenMutations.Delete),
        (3, TokenMutations.Duplicate),
        (3, TokenMutations.Swap),
        (4, TokenMutations.Replace),
        (1, TokenMutations.Cut),
        (1, TokenMutations.Insert),
        (8, NameMutations.Everywhere),
        (3, NameMutations.Once),
        (3, NodeMutations.Delete),
        (3, NodeMutations.Duplicate),
        (2, NodeMutations.Swap),
        (5, TypeMutations.Change),
        (6, ModifierMutations.Change),
        (3, ModifierMutations.Keyword),
        (5, AttributeMutations.Add),
        (5, AttributeMutations.Argument),
        (3, FieldMutations.Initialize),
        (2, FieldMutations.Property),
        (4, NestingMutations.Wrap),
        (3, NestingMutations.Namespace),
        (3, GenericMutations.Change),
        (2, GenericMutations.Base),
        (3, DirectiveMutations.Insert),
        (3, DirectiveMutations.Using),
        (5, ExpressionMutations.Replace),
        (3, ExpressionMutations.Wrap),
        (3, MemberMutations.Add),
        (2, MemberMutations.Split),
    ];

    /// <summary>A source after one, two or three mutations.</summary>
    public static string Apply(Draw draw, string source)
    {
        for (var count = 1 + draw.Below(3); count > 0; count--)
        {
            var root = CSharpSyntaxTree.ParseText(source, Compilations.ParseOptions).GetCompilationUnitRoot();
            source =
                draw.Shuffled(all).Select(mutation => mutation(draw, root)).FirstOrDefault(text => text is not null)
                ?? source;
        }

        return source;
    }
}
