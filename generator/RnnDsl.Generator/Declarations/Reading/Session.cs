using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>The state of lowering one compilation: what is known of the classes that a declaration refers to.</summary>
public sealed class Session(Compilation compilation, CancellationToken cancel)
{
    private readonly Dictionary<ISymbol, ClassShape?> shapes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, INamespaceSymbol?> namespaces = new(StringComparer.Ordinal);
    private readonly ExternalDefinitions external = new(compilation);

    private readonly Lazy<Dictionary<SyntaxTree, int>> files = new(() =>
        compilation.SyntaxTrees.Select((tree, file) => (tree, file)).ToDictionary(pair => pair.tree, pair => pair.file)
    );

    public CancellationToken Cancel => cancel;

    public SemanticModel Model(SyntaxTree tree) => compilation.GetSemanticModel(tree);

    /// <summary>Whether a type or a member is accessible in a class.</summary>
    public bool Sees(INamedTypeSymbol from, ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, from);

    /// <summary>A class of this compilation. A file-local class is not found by its metadata name.</summary>
    public INamedTypeSymbol? Find(string id, string name) =>
        compilation.Assembly.GetTypeByMetadataName(id)
        ?? compilation
            .GetSymbolsWithName(name, SymbolFilter.Type, cancel)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(type => type.Containers().Append(type).Any(t => t.IsFileLocal) && type.MetadataId() == id);

    public bool IsExternal(INamedTypeSymbol type) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    /// <summary>The findings in a class, as plain data.</summary>
    /// <param name="name">The location of its name.</param>
    /// <param name="model">The location of the name of a training's model.</param>
    public ClassReport Report(Findings findings, Location name, Location model) =>
        new(
            PlaceOf(name),
            findings
                .Reported.Select(found => new Finding(
                    found.Rule,
                    PlaceOf(found.Place),
                    found.Arguments.ToEquatableArray()
                ))
                .ToEquatableArray(),
            findings.Origins.Select(PlaceOf).ToEquatableArray()
        )
        {
            Model = PlaceOf(model),
        };

    /// <summary>The types and namespaces that a name may mean in the file of a class, outside of the class.</summary>
    public IEnumerable<INamespaceOrTypeSymbol> Visible(string name, INamedTypeSymbol type)
    {
        var place = type.DeclaringSyntaxReferences[0];
        return Model(place.SyntaxTree)
            .LookupNamespacesAndTypes(place.Span.Start, name: name)
            .Select(found => found is IAliasSymbol alias ? alias.Target : found)
            .OfType<INamespaceOrTypeSymbol>();
    }

    /// <summary>The types with a name in these namespaces that this compilation can access.</summary>
    public IEnumerable<INamespaceOrTypeSymbol> Types(string name, IEnumerable<string> namespaces) =>
        namespaces
            .Select(Namespace)
            .SelectMany(space => space?.GetTypeMembers(name) ?? [])
            .Where(found => compilation.IsSymbolAccessibleWithin(found, compilation.Assembly));

    /// <summary>Whether one declared class is or contains another, through fields.</summary>
    public static bool Holds(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return Reaches(type.OriginalDefinition);

        bool Reaches(INamedTypeSymbol next) =>
            SymbolEqualityComparer.Default.Equals(next, other)
            || (
                seen.Add(next)
                && next.WrittenMembers()
                    .OfType<IFieldSymbol>()
                    .Select(f => (f.Type as IArrayTypeSymbol)?.ElementType ?? f.Type)
                    .Select(t => t.OriginalDefinition)
                    .OfType<INamedTypeSymbol>()
                    .Any(t => t.DeclaredKind() != null && Reaches(t))
            );
    }

    /// <summary>The dims of a referenced class, in its constructor's order; null where its definition is missing.</summary>
    public IReadOnlyList<DimParameter>? DimsOf(INamedTypeSymbol type) =>
        IsExternal(type) ? External(type)?.Dims.ToList() : ShapeOf(type)?.Dims.Parameters.ToList();

    /// <summary>The settings of a referenced class, in its constructor's order.</summary>
    public IReadOnlyList<SettingParameter> SettingsOf(INamedTypeSymbol type) =>
        (IsExternal(type) ? External(type)?.Settings : ShapeOf(type)?.Fields.Settings.Parameters)?.ToList() ?? [];

    /// <summary>The names of the methods that equations may call on a field of a layer's type.</summary>
    public bool HasMethod(INamedTypeSymbol layer, string name) =>
        IsExternal(layer)
            ? External(layer)?.Methods.Any(m => m.Name == name) == true
            : ShapeOf(layer)?.Methods.Any(m => m.Name == name) == true;

    /// <summary>The definition that the generator wrote on a class of another assembly, or null.</summary>
    public Definition? External(INamedTypeSymbol type) => external.Of(type);

    /// <summary>The name of a class in definitions.</summary>
    public string IdOf(INamedTypeSymbol type) => external.IdOf(type);

    /// <summary>The definitions of other assemblies that a definition needs, transitively.</summary>
    public IReadOnlyList<Definition> ExternalsOf(Definition definition) => external.NeededBy(definition);

    private INamespaceSymbol? Namespace(string name)
    {
        if (!namespaces.TryGetValue(name, out var space))
        {
            space = compilation.GlobalNamespace;
            foreach (var part in name.Split('.'))
            {
                space = space?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part);
            }

            namespaces[name] = space;
        }

        return space;
    }

    /// <summary>A class of this compilation; null if it cannot be read, which its own lowering reports.</summary>
    private ClassShape? ShapeOf(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (!shapes.TryGetValue(type, out var shape))
        {
            try
            {
                shape = new ClassReader(this, new Findings()).Read(type);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                shape = null;
            }

            shapes[type] = shape;
        }

        return shape;
    }

    private Place PlaceOf(Location location) =>
        location.SourceTree is { } tree && files.Value.TryGetValue(tree, out var file)
            ? new Place(file, location.SourceSpan)
            : Place.None;
}
