using System.Collections.Immutable;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>The stage that picks, from all declarations, those that one of them depends on.</summary>
public static class Resolution
{
    public static Unit Run(Declaration declaration, ImmutableArray<Declaration> all)
    {
        var found = new Dictionary<string, Declaration>(StringComparer.Ordinal);
        Follow(declaration, all, found);
        var needed = found.Values.OrderBy(d => d.Definition.Id, StringComparer.Ordinal).ToList();

        // What is built of a class that has errors has no code either; the user reads of the error where it is.
        var broken = declaration.HasErrors || needed.Any(d => d.HasErrors);
        var definitions = needed.SelectMany(d => d.External.Append(d.Definition)).Distinct();
        var resolved = declaration with
        {
            HasErrors = broken,
            FileName = FileNames.Distinct(declaration.Definition.Id, all),
        };
        return new Unit(resolved, definitions.ToEquatableArray());
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
