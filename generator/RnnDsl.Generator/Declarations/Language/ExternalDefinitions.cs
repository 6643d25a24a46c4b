using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>
/// The definitions of other assemblies, from the attribute that the generator wrote on their classes. A definition names others as
/// its own assembly sees them: two assemblies may have an internal class of the same name, so a name is looked up there.
/// </summary>
public sealed class ExternalDefinitions(Compilation compilation)
{
    private readonly Dictionary<ISymbol, Definition?> definitions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, INamedTypeSymbol> byId = new(StringComparer.Ordinal);

    /// <summary>
    /// The name of a class in this compilation's definitions: its metadata name, prefixed with its assembly if the compilation
    /// finds another class by that name, or several: <c>[Models]Shop.Cell`2</c>.
    /// </summary>
    public string IdOf(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        var name = type.MetadataId();
        var found = compilation.GetTypeByMetadataName(name);
        return SymbolEqualityComparer.Default.Equals(found, type) ? name : $"[{type.ContainingAssembly.Name}]{name}";
    }

    /// <summary>The definition of a class of another assembly; null if it has none that this version can read.</summary>
    public Definition? Of(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (!definitions.TryGetValue(type, out var definition))
        {
            definitions[type] = definition =
                type.Argument(DslNames.Definition) is string text && Read(text) is { } read
                    ? WithIds(read, type)
                    : null;
        }

        return definition;
    }

    /// <summary>Why there is no definition that this version can read.</summary>
    public static string WhyMissing(INamedTypeSymbol type) =>
        type.OriginalDefinition.Argument(DslNames.Definition) is string text
            ? $"by another version of RnnDsl (its definition begins with '{text.Trim().Split('\n')[0].Trim()}', "
                + $"this version reads '{DefinitionText.Header}')"
            : "without the generator of RnnDsl, or with errors";

    /// <summary>The definitions of other assemblies that a definition needs, transitively.</summary>
    public IReadOnlyList<Definition> NeededBy(Definition definition)
    {
        var found = new Dictionary<string, Definition>(StringComparer.Ordinal);
        Follow(definition, found);
        return found.Values.OrderBy(d => d.Id, StringComparer.Ordinal).ToList();
    }

    private static Definition? Read(string text)
    {
        try
        {
            return DefinitionText.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private void Follow(Definition definition, Dictionary<string, Definition> found)
    {
        foreach (var id in definition.References().Where(id => !found.ContainsKey(id)))
        {
            var type = byId.TryGetValue(id, out var known) ? known : compilation.GetTypeByMetadataName(id);
            if (type is not null && IsExternal(type) && Of(type) is { } next)
            {
                found.Add(id, next);
                Follow(next, found);
            }
        }
    }

    private bool IsExternal(INamedTypeSymbol type) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    /// <summary>A definition, with its references renamed to the names of this compilation.</summary>
    private Definition WithIds(Definition read, INamedTypeSymbol type)
    {
        var assembly = type.ContainingAssembly;
        return read with
        {
            Id = Register(type),
            Children = read
                .Children.Select(child =>
                    child with
                    {
                        Definition = Translate(child.Definition, assembly),
                        Cells = child
                            .Cells.Select(cell => cell with { Definition = Translate(cell.Definition, assembly) })
                            .ToEquatableArray(),
                    }
                )
                .ToEquatableArray(),
            Methods = read
                .Methods.Select(method => method with { Body = WithIds(method.Body, assembly) })
                .ToEquatableArray(),
        };
    }

    private Graph WithIds(Graph graph, IAssemblySymbol assembly) =>
        graph with
        {
            Nodes = graph.Nodes.Select(node => WithIds(node, assembly)).ToEquatableArray(),
        };

    private Node WithIds(Node node, IAssemblySymbol assembly) =>
        node with
        {
            Callee =
                node.Callee is { } callee && callee.IndexOf(':') is var colon and > 0
                    ? Translate(callee.Substring(0, colon), assembly) + callee.Substring(colon)
                    : node.Callee,
            Scan = node.Scan is { } scan ? scan with { Body = WithIds(scan.Body, assembly) } : null,
            Each = node.Each is { } each ? each with { Body = WithIds(each.Body, assembly) } : null,
        };

    private string Translate(string name, IAssemblySymbol assembly) =>
        Find(name, assembly) is { } type ? Register(type) : name;

    private string Register(INamedTypeSymbol type)
    {
        var id = IdOf(type);
        byId[id] = type;
        return id;
    }

    // Looks in the assembly itself first, as its compiler did, then in its references.
    private static INamedTypeSymbol? Find(string name, IAssemblySymbol assembly)
    {
        var close = name[0] == '[' ? name.IndexOf(']') : -1;
        var (owner, id) = (close > 0 ? name.Substring(1, close - 1) : null, name.Substring(close + 1));
        return assembly
            .Modules.SelectMany(module => module.ReferencedAssemblySymbols)
            .Prepend(assembly)
            .Where(each => owner is null || each.Name == owner)
            .Select(each => each.GetTypeByMetadataName(id))
            .FirstOrDefault(type => type is not null);
    }
}
