namespace RnnDsl.Generator.Costs;

/// <summary>What a part of a program costs for one example.</summary>
/// <param name="Products">Multiply-adds of products with matrices: two floating-point operations each.</param>
/// <param name="Elements">Floating-point operations elementwise and in reductions; a function such as <c>tanh</c> is one.</param>
/// <param name="Floats">Floats of this example that are read and written. Weights are not in it: a batch shares them.</param>
public sealed record Work(DimPolynomial Products, DimPolynomial Elements, DimPolynomial Floats)
{
    public bool IsZero => Products.IsZero && Elements.IsZero && Floats.IsZero;

    public static Work Sum(IEnumerable<Work> parts)
    {
        var all = parts.ToList();
        return new(
            DimPolynomial.Sum(all.Select(part => part.Products)),
            DimPolynomial.Sum(all.Select(part => part.Elements)),
            DimPolynomial.Sum(all.Select(part => part.Floats))
        );
    }

    /// <summary>What only moves floats.</summary>
    public static Work Moved(DimPolynomial floats) => new(DimPolynomial.Zero, DimPolynomial.Zero, floats);

    /// <summary>Floating-point operations, or null where a size is not known.</summary>
    public long? Flops(Func<string, int?> size) => (2 * Products.At(size)) + Elements.At(size);

    /// <summary>Bytes read and written, or null where a size is not known.</summary>
    public long? Bytes(Func<string, int?> size) => sizeof(float) * Floats.At(size);

    /// <summary><c>2·(4·H·X + 4·H·H) + 14·H flop, 4·(9·H) bytes</c>.</summary>
    public override string ToString()
    {
        var parts = new[] { Products.IsZero ? null : Products.Times(2), Elements.IsZero ? null : Elements.ToString() };
        var flops = string.Join(" + ", parts.Where(part => part is not null));
        return $"{(flops.Length == 0 ? "0" : flops)} flop, {(Floats.IsZero ? "0" : Floats.Times(sizeof(float)))} bytes";
    }
}
