using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>The names of one method's body: a method of the declaration, or a helper that is inlined into it.</summary>
/// <param name="Method">The method whose body it is.</param>
public sealed class Frame(IMethodSymbol method)
{
    private readonly Dictionary<ISymbol, Value?> values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, Dim> dims = new(StringComparer.Ordinal);
    private readonly HashSet<ISymbol> read = new(SymbolEqualityComparer.Default);
    private int loops;

    public IMethodSymbol Method => method;

    /// <summary>Whether it is inlined into the body of another method.</summary>
    public bool IsHelper { get; init; }

    /// <summary>Whether it runs at every step of a sequence: there a vector is lifted to a sequence.</summary>
    public bool InMap { get; set; }

    /// <summary>Whether a loop over layers is being lowered: its body is lowered once for all iterations.</summary>
    public bool InLoop => loops > 0;

    /// <summary>The outer locals that the loop's body has yet to assign.</summary>
    public HashSet<ISymbol> Open { get; set; } = new(SymbolEqualityComparer.Default);

    /// <summary>Begins the body of a loop, which assigns each of these locals.</summary>
    public void BeginTurn(IEnumerable<ISymbol> changed)
    {
        loops++;
        Open.UnionWith(changed);
    }

    public void EndTurn(IEnumerable<ISymbol> changed)
    {
        loops--;
        Open.ExceptWith(changed);
    }

    /// <summary>The value of an argument, which is marked as used.</summary>
    public Value? Read(IParameterSymbol parameter)
    {
        read.Add(parameter);
        return this[parameter];
    }

    /// <summary>The unused arguments.</summary>
    public IEnumerable<IParameterSymbol> Unread => method.Parameters.Where(parameter => !read.Contains(parameter));

    public bool Has(ISymbol symbol) => values.ContainsKey(symbol);

    public void Remove(ISymbol symbol) => values.Remove(symbol);

    public Value? this[ISymbol symbol]
    {
        get => values.TryGetValue(symbol, out var value) ? value : null;
        set => values[symbol] = value;
    }

    /// <summary>Binds a type parameter of a generic helper at its call.</summary>
    public void SetDim(ITypeParameterSymbol parameter, Dim dim) => dims[parameter.Name] = dim;

    public Dim DimOf(ITypeSymbol type) =>
        LanguageTypes.DimOf(
            type,
            leaf =>
                leaf is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method }
                && dims.TryGetValue(leaf.Name, out var dim)
                    ? dim
                    : new NamedDim(leaf.Name)
        );

    public TensorType? TypeOf(ITypeSymbol? type) => LanguageTypes.Read(type, DimOf);
}
