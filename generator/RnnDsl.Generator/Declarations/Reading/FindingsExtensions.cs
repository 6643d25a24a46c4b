using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations.Reading;

public static class FindingsExtensions
{
    private static readonly string[] Taken = ["seed", "scope"];

    /// <summary>Adds a dim to a declaration's dims; reports it if its argument name is already taken.</summary>
    public static void ReportClash(this Findings findings, DimTable dims, DimParameter dim, ISymbol at)
    {
        var other = dims.Add(dim);
        var taken =
            other != null ? "dim " + Spell(other)
            : Taken.Contains(dim.Argument) && !IsSaid(dim) ? "an argument of its own"
            : null;
        if (taken != null && dims.Refuse(dim))
        {
            findings.Report(Rules.DimNames, at.Locations[0], dim.Name, Spell(dim), dim.Argument, taken);
        }
    }

    /// <summary>The same for the dims that a type argument names.</summary>
    public static void ReportClashes(this Findings findings, DimTable dims, ITypeSymbol type, ISymbol at)
    {
        foreach (var leaf in LanguageTypes.Leaves(type))
        {
            findings.ReportClash(dims, DimTable.Describe(leaf), at);
        }
    }

    // Already reported for a type parameter with the name of a generated member.
    private static bool IsSaid(DimParameter dim) =>
        dim.IsTypeParameter && GeneratedMembers.Has(DeclarationKind.Layer, dim.Name);

    private static string Spell(DimParameter dim) => dim.IsTypeParameter ? "type parameter " + dim.Name : dim.Type;
}
