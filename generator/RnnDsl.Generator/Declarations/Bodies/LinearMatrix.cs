namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// A matrix that is computed, linearly, of parameters, or transposed. It multiplies a vector term by term, <c>(W - V) * x</c> as
/// <c>W * x - V * x</c>, so that each term is a product of a parameter, for all rows of a batch at once, with its usual gradient.
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
