namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// A matrix as what it does: it multiplies a vector. One that is computed of parameters alone is a <see cref="Node"/> too, and multiplies
/// as one matrix. Any other multiplies term by term, <c>(W - s * V) * x</c> as <c>W * x - s * (V * x)</c>, so that each term is a product
/// of a parameter, for all rows of a batch at once, with its usual gradient.
/// </summary>
/// <param name="Times">The product with a vector of its columns.</param>
/// <param name="TransposedTimes">The product of its transpose with a vector of its rows.</param>
/// <param name="Elements">The matrix itself, as one of the example; null if there is none, which is reported.</param>
public sealed record LinearMatrix(
    Func<NodeValue, NodeValue?> Times,
    Func<NodeValue, NodeValue?> TransposedTimes,
    Func<NodeValue?> Elements
) : Value
{
    /// <summary>The matrix itself, where it is computed of parameters alone; null where it depends on the example.</summary>
    public NodeValue? Node { get; init; }

    public LinearMatrix Transpose(Func<NodeValue?> elements) => new(TransposedTimes, Times, elements);

    /// <summary>The same of each product, and of each element.</summary>
    public LinearMatrix Map(Func<NodeValue?, NodeValue?> each) =>
        new(x => each(Times(x)), x => each(TransposedTimes(x)), () => each(Elements()));

    /// <summary>Both matrices, put together in each product and in each element.</summary>
    public LinearMatrix Join(LinearMatrix other, Func<NodeValue?, NodeValue?, NodeValue?> join) =>
        new(
            x => join(Times(x), other.Times(x)),
            x => join(TransposedTimes(x), other.TransposedTimes(x)),
            () => join(Elements(), other.Elements())
        );
}
