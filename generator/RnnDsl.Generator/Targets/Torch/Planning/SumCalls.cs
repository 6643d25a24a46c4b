namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>The calls that add products to the sums of a stage.</summary>
/// <param name="Sums">The sums.</param>
/// <param name="Products">What is added, in order.</param>
/// <param name="Start">What the sums are before.</param>
internal sealed record SumCalls(StageSums Sums, IReadOnlyList<StageProduct> Products, SumStart Start)
{
    public int Calls => Products.Count + (Start is SumStart.Bias or SumStart.Zeros ? 1 : 0);

    /// <summary>The calls for some products of a stage.</summary>
    /// <param name="sums">The stage's sums.</param>
    /// <param name="products">The products.</param>
    /// <param name="isStarted">Whether the sums hold something already that these are added to.</param>
    public static SumCalls Of(StageSums sums, IReadOnlyList<StageProduct> products, bool isStarted) =>
        new(
            sums,
            products,
            isStarted ? SumStart.Sums
                : sums.BiasField is not null ? SumStart.Bias
                // A product of some gates alone leaves the others as they are.
                : products.Count == 0 || products[0].Count < sums.Stage.Gates ? SumStart.Zeros
                : SumStart.FirstProduct
        );
}
