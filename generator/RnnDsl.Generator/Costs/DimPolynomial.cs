using System.Globalization;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Costs;

/// <summary>A count that depends on sizes which are known only at run time: <c>4·H·X + 4·H·H</c>.</summary>
public sealed class DimPolynomial
{
    private readonly List<(string[] Dims, long Factor)> terms;

    private DimPolynomial(List<(string[] Dims, long Factor)> terms) => this.terms = terms;

    public static DimPolynomial Zero { get; } = new([]);

    public bool IsZero => terms.Count == 0;

    /// <summary>A number times the product of dims.</summary>
    public static DimPolynomial Of(long factor, params Dim[] dims)
    {
        dims = [.. dims.SelectMany(dim => dim is MatDim matrix ? [matrix.Rows, matrix.Columns] : new[] { dim })];
        if (Array.FindIndex(dims, dim => dim is CatDim) is var cat && cat >= 0)
        {
            return Sum(dims[cat].Leaves.Select(leaf => Of(factor, [.. dims.Take(cat), leaf, .. dims.Skip(cat + 1)])));
        }

        var names = dims.OfType<NamedDim>().Select(dim => dim.Name).ToArray();
        var number = dims.OfType<FixedDim>().Aggregate(factor, (product, dim) => product * dim.Size);
        return number == 0 ? Zero : new([(names, number)]);
    }

    public static DimPolynomial Sum(IEnumerable<DimPolynomial> parts)
    {
        var sum = new List<(string[] Dims, long Factor)>();
        foreach (var (dims, factor) in parts.SelectMany(part => part.terms))
        {
            var place = sum.FindIndex(term => IsSame(term.Dims, dims));
            if (place < 0)
            {
                sum.Add((dims, factor));
            }
            else
            {
                sum[place] = (sum[place].Dims, sum[place].Factor + factor);
            }
        }

        return new(sum);
    }

    public static DimPolynomial operator +(DimPolynomial a, DimPolynomial b) => Sum([a, b]);

    /// <summary>The number, or null where a size is not known.</summary>
    public long? At(Func<string, int?> size)
    {
        var sum = 0L;
        foreach (var (dims, factor) in terms)
        {
            var product = factor;
            foreach (var dim in dims)
            {
                if (size(dim) is not { } number)
                {
                    return null;
                }

                product *= number;
            }

            sum += product;
        }

        return sum;
    }

    /// <summary>The names of the dims, in the order in which they appear.</summary>
    public IEnumerable<string> Dims => terms.SelectMany(term => term.Dims).Distinct(StringComparer.Ordinal);

    /// <summary><c>4·H·X + 4·H·H</c>; a factor of one is left out.</summary>
    public override string ToString() => IsZero ? "0" : string.Join(" + ", terms.Select(Print));

    /// <summary>The polynomial times a number that is written before it: <c>2·(4·H·X + 4·H·H)</c>, <c>2·H·X</c>.</summary>
    public string Times(int factor) =>
        terms.Count == 1 && terms[0].Factor == 1 && terms[0].Dims.Length > 0
            ? $"{factor.ToString(CultureInfo.InvariantCulture)}·{this}"
            : $"{factor.ToString(CultureInfo.InvariantCulture)}·({this})";

    private static string Print((string[] Dims, long Factor) term)
    {
        var number = term.Factor.ToString(CultureInfo.InvariantCulture);
        return string.Join("·", term.Factor == 1 && term.Dims.Length > 0 ? term.Dims : [number, .. term.Dims]);
    }

    private static bool IsSame(string[] a, string[] b) =>
        a.OrderBy(name => name, StringComparer.Ordinal).SequenceEqual(b.OrderBy(name => name, StringComparer.Ordinal));
}
