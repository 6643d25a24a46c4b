using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Reads <c>[Count]</c>: how many layers an array holds.</summary>
public sealed class CountReader(Findings findings, INamedTypeSymbol owner, DimTable dims)
{
    /// <summary>Reads the count of an array; null for any other field.</summary>
    /// <returns>False if the field has an error, which is reported.</returns>
    public bool TryRead(IFieldSymbol field, bool isArray, out LayerCount? count)
    {
        count = null;
        var arguments = field.Attribute(DslNames.Count)?.ConstructorArguments ?? [];
        if (!isArray)
        {
            return arguments.IsEmpty || Report(field, "has a [Count] and is no array: write '[]' behind its type");
        }

        if (arguments.IsEmpty)
        {
            return Report(field, "is an array of unknown length: write [Count(3)] before it");
        }

        if (arguments[0].Value is int number)
        {
            count = new LayerCount(null, number);
            return number < 1
                ? Report(field, FormattableString.Invariant($"has a [Count] of {number}: it is at least 1"))
                : number <= LayerCount.Most
                    || Report(
                        field,
                        FormattableString.Invariant($"has a [Count] of {number}: it is at most {LayerCount.Most}")
                    );
        }

        var name = arguments[0].Value as string;
        if (owner.TypeParameters.All(p => p.Name != name))
        {
            return Report(
                field,
                $"has a [Count] of '{name}', which is no type parameter of {owner.Name}: write a number, or nameof(Depth)"
            );
        }

        dims.Count(name!);
        count = new LayerCount(new NamedDim(name!), arguments[1].Value as int? ?? 0);
        return true;
    }

    /// <summary>A dim that is passed to a child as its number of layers also counts layers here, and so needs a number.</summary>
    public void CheckNumber(IFieldSymbol field, Dim dim)
    {
        var known = dims.Parameters.FirstOrDefault(d => d.Name == dim.ToString());
        if (known is null || known is { IsTypeParameter: false, Default: null or < 1 })
        {
            Report(field, $"needs to know how many layers '{dim}' are: write [Dim(3)] on {dim}");
        }
        else
        {
            dims.Count(known.Name);
        }
    }

    private bool Report(IFieldSymbol field, string what)
    {
        findings.Report(Rules.LayerCount, field.Locations[0], field.Name, what);
        return false;
    }
}
