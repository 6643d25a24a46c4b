using System.Collections.Immutable;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>The stage that picks, from all declarations, those that one of them depends on.</summary>
public static class Resolution
{
    public static ResolvedDeclaration Run(Declaration declaration, ImmutableArray<Declaration> all)
    {
        var found = new Dictionary<string, Declaration>(StringComparer.Ordinal);
        Follow(declaration, all, found);
        var needed = found.Values.OrderBy(d => d.Definition.Id, StringComparer.Ordinal).ToList();

        // A class that uses a class with errors gets no code either; the error is reported where it is.
        var broken = declaration.HasErrors || needed.Any(d => d.HasErrors);
        var definitions = needed.SelectMany(d => d.External.Append(d.Definition)).Distinct();
        var resolved = declaration with
        {
            HasErrors = broken,
            FileName = FileNames.Distinct(declaration.Definition.Id, all),
        };
        return new ResolvedDeclaration(resolved, definitions.ToEquatableArray());
    }

    private static void Follow(
        Declaration declaration,
        ImmutableArray<Declaration> all,
        Dictionary<string, Declaration> found
    )
    {
        foreach (var id in declaration.Definition.References().Where(id => !found.ContainsKey(id)))
        {
            if (all.FirstOrDefault(d => d.Definition.Id == id) is { } next)
            {
                found.Add(id, next);
                Follow(next, all, found);
            }
        }
    }
}
