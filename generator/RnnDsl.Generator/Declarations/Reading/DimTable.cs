using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>The dims of a declaration: its type parameters in their order, then the others in order of first use.</summary>
public sealed class DimTable
{
    private readonly List<DimParameter> dims = [];
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);

    public DimTable(INamedTypeSymbol owner)
    {
        foreach (var parameter in owner.TypeParameters.Where(parameter => !CellInterface.IsOn(parameter)))
        {
            dims.Add(Describe(parameter));
        }
    }

    public EquatableArray<DimParameter> Parameters => dims.ToEquatableArray();

    /// <summary>The type parameters that no field and no method uses.</summary>
    public IEnumerable<string> Unused => dims.Where(d => !used.Contains(d.Name)).Select(d => d.Name);

    public static DimParameter Describe(ITypeSymbol type)
    {
        var size = type.Argument(DslNames.Dim) as int?;
        var isParameter = type.TypeKind == TypeKind.TypeParameter;
        return new DimParameter(type.Name, size, isParameter) { Type = isParameter ? type.Name : type.CSharp() };
    }

    /// <summary>Records that a dim sets the length of an array of layers.</summary>
    public void Count(string name)
    {
        used.Add(name);
        var at = dims.FindIndex(d => d.Name == name);
        dims[at] = dims[at] with { IsCount = true };
    }

    /// <summary>Whether a dim's name clash is new: it is reported once.</summary>
    public bool Refuse(DimParameter dim) => refused.Add(dim.Type);

    /// <summary>Adds a dim unless it is known; returns another dim with the same argument name, or null.</summary>
    public DimParameter? Add(DimParameter dim)
    {
        used.Add(dim.Name);
        var other = dims.Find(d => d.Argument == dim.Argument);
        if (other == null)
        {
            dims.Add(dim);
        }

        return other?.Type == dim.Type ? null : other;
    }
}
