using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Checks;

/// <summary>Checks the number of a <c>[Dim]</c>: constructors would reject an invalid one.</summary>
public static class DimRule
{
    /// <summary>The error in a type's attribute; null if there is none.</summary>
    public static Finding? Check(GeneratorAttributeSyntaxContext context, CancellationToken cancel)
    {
        var attribute = context.Attributes[0];
        if (
            attribute.ConstructorArguments.FirstOrDefault() is not { Value: int and < 1 and var size }
            || attribute.ApplicationSyntaxReference?.GetSyntax(cancel) is not AttributeSyntax { ArgumentList: { } list }
            || list.Arguments.Count == 0
        )
        {
            return null;
        }

        var trees = context.SemanticModel.Compilation.SyntaxTrees.ToList();
        var place = new Place(trees.IndexOf(context.TargetNode.SyntaxTree), list.Arguments[0].Span);
        var arguments = new[] { context.TargetSymbol.Name, CSharpText.Number(size) };
        return new Finding(Rules.DimSize.Id, place, arguments.ToEquatableArray());
    }
}
