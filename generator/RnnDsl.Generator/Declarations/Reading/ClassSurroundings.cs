using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Checks the base class of a class, and attributes that only the generator may write.</summary>
public sealed class ClassSurroundings(INamedTypeSymbol type, Session session, Findings findings)
{
    public void Check()
    {
        CheckBase();
        CheckDefinition();
    }

    private void CheckBase()
    {
        if (type.BaseType is { TypeKind: TypeKind.Error })
        {
            findings.LeaveToCompiler();
        }
        else if (BaseClass.Obstacle(type, session.Cancel) is { } obstacle)
        {
            findings.Report(Rules.BaseClass, BaseToken(), type.Name, type.BaseType!.Name, obstacle);
        }
    }

    private Location BaseToken()
    {
        var lists = type.WrittenParts(session.Cancel).Select(part => part.BaseList).OfType<BaseListSyntax>();
        return lists
                .SelectMany(list => list.Types)
                .FirstOrDefault(written =>
                    session.Model(written.SyntaxTree).GetTypeInfo(written.Type, session.Cancel).Type?.TypeKind
                    == TypeKind.Class
                )
                ?.Type.GetLocation()
            ?? type.NameToken(session.Cancel);
    }

    // The stubs have none, so such an attribute is the user's.
    private void CheckDefinition()
    {
        if (type.Attribute(DslNames.Definition) is { } attribute)
        {
            var at = attribute.ApplicationSyntaxReference?.GetSyntax(session.Cancel).GetLocation();
            findings.Report(Rules.WrittenDefinition, at ?? type.NameToken(session.Cancel), type.Name);
        }
    }
}
