using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Checks;

/// <summary>
/// Finds the names of generated code that mean something else in a declared class, because a user's type,
/// member, argument or namespace hides them.
/// </summary>
public sealed class HiddenNames(ClassShape shape, Session session)
{
    private static readonly SymbolDisplayFormat WithoutArguments = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces
    );

    private readonly INamedTypeSymbol type = shape.Symbol;

    /// <summary>The hidden names, sorted.</summary>
    public EquatableArray<string> Find()
    {
        var own = new HashSet<string>(Own(), StringComparer.Ordinal);
        return KnownNames
            .All.Keys.Where(name => own.Contains(name) || own.Contains(name + "Attribute") || IsOfScope(name))
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private IEnumerable<string> Own()
    {
        foreach (var around in type.Containers().Append(type))
        {
            yield return around.Name;
            foreach (var name in around.TypeParameters.Select(p => p.Name).Concat(MembersOf(around)))
            {
                yield return name;
            }
        }

        foreach (var parameter in shape.Methods.SelectMany(method => method.Parameters))
        {
            yield return parameter.Name;
        }
    }

    private static IEnumerable<string> MembersOf(INamedTypeSymbol type)
    {
        for (var next = type; next is not null; next = next.BaseType)
        {
            var isOfSource = next.DeclaringSyntaxReferences.Length > 0;
            foreach (var member in isOfSource ? next.WrittenMembers() : next.GetMembers())
            {
                yield return member.Name;
            }
        }
    }

    /// <summary>Whether the name is that of another type or namespace in the class's namespace or in the namespaces that its file uses.</summary>
    private bool IsOfScope(string name) =>
        KnownNames.IsType(name)
        && (
            type.ContainingNamespace.IsGlobalNamespace
                ? session.Visible(name, type)
                : session.Types(name, KnownNames.Spaces).Concat(type.ContainingNamespace.GetMembers(name))
        ).Any(found => KnownNames.All[name] != "global::" + found.ToDisplayString(WithoutArguments));
}
