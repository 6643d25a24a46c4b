using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class ProductTests
{
    private static readonly int[] Sizes = [1, 7, 16, 17, 33, 50, 64, 100];
    private static readonly int[] BatchSizes = [1, 3, 32, 33];

    public static TheoryData<int, int> LanesAndGates
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var lanes in Widths.Lanes)
            {
                for (var gates = 1; gates <= 4; gates++)
                    data.Add(lanes, gates);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(LanesAndGates))]
    public void SumsAreThoseOfDoubleLoops_ForAnySize(int lanes, int gates)
    {
        foreach (var units in Sizes)
        {
            foreach (var rows in BatchSizes)
            {
                var depth = Sizes[(units + rows + gates) % Sizes.Length];
                new ProductCase(lanes, gates, units, [depth], rows).Check();
            }
        }
    }

    [Theory]
    [MemberData(nameof(LanesAndGates))]
    public void SegmentsAddUp(int lanes, int gates) => new ProductCase(lanes, gates, 50, [1, 50, 17], 5).Check();

    /// <summary>Rows go through k a part at a time then, and more of them than go together.</summary>
    [Theory]
    [MemberData(nameof(LanesAndGates))]
    public void ManyRowsAndDeepWeights(int lanes, int gates)
    {
        var product = new ProductCase(lanes, gates, 17, [2101, 3, 600], 70);
        product.Check();
        var whole = product.Run(0, 70, step: 1);
        foreach (var row in new[] { 0, 23, 69 })
        {
            var alone = product.Run(row, row + 1);
            for (var gate = 0; gate < gates; gate++)
                Assert.Equal(whole[gate].Row(0, row), alone[gate].Row(0, row));
        }
    }

    [Theory]
    [MemberData(nameof(LanesAndGates))]
    public void TransposedWeightsGiveTheProductWithTheTranspose(int lanes, int gates) =>
        new ProductCase(lanes, gates, 33, [7, 20], 6, transposed: true).Check();

    [Theory]
    [MemberData(nameof(LanesAndGates))]
    public void AGateThatIsNotPackedIsZero(int lanes, int gates)
    {
        new ProductCase(lanes, gates, 20, [9], 3, packed: gates - 1).Check();
        new ProductCase(lanes, gates, 100, [9, 4], 1, packed: gates - 1).Check();
    }

    /// <summary>As in a GRU whose reset gate comes after the product: two of its four sums take from one operand each.</summary>
    [Theory]
    [MemberData(nameof(LanesAndGates))]
    public void SegmentsCoverDifferentGates(int lanes, int gates)
    {
        foreach (var units in Sizes)
        {
            foreach (var rows in BatchSizes)
            {
                Range[] covered = [0..Math.Max(1, gates - 1), (gates / 2)..gates, 0..gates];
                var product = new ProductCase(lanes, gates, units, [9, 4, 3], rows, covered: covered);
                product.Check();
                var even = product.Run(0, rows);
                var odd = product.Run(0, rows, step: 1);
                for (var gate = 0; gate < gates; gate++)
                    Assert.Equal(even[gate].Row(0, rows - 1), odd[gate].Row(0, rows - 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(LanesAndGates))]
    public void OnlyTheGivenRowsAreComputed(int lanes, int gates)
    {
        var product = new ProductCase(lanes, gates, 30, [11], 9);
        var results = product.Run(first: 2, last: 7);
        foreach (var result in results)
        {
            for (var row = 0; row < 9; row++)
                Assert.Equal(row is >= 2 and < 7, !float.IsNaN(result.Row(0, row)[0]));
        }
    }

    [Theory]
    [MemberData(nameof(LanesAndGates))]
    public void ARowHasTheSameBits_AloneAndInABatch(int lanes, int gates)
    {
        foreach (var units in Sizes)
        {
            var product = new ProductCase(lanes, gates, units, [51, 3], 7);
            var whole = product.Run(0, 7);
            for (var row = 0; row < 7; row++)
            {
                var alone = product.Run(row, row + 1);
                for (var gate = 0; gate < gates; gate++)
                    Assert.Equal(whole[gate].Row(0, row), alone[gate].Row(0, row));
            }
        }
    }

    [Theory]
    [MemberData(nameof(LanesAndGates))]
    public void EachStepHasTheSameBits_WhicheverUnitsComeFirst(int lanes, int gates)
    {
        foreach (var units in Sizes)
        {
            foreach (var rows in BatchSizes)
            {
                var product = new ProductCase(lanes, gates, units, [50, 3], rows);
                var even = product.Run(0, rows, step: 0);
                var odd = product.Run(0, rows, step: 1);
                for (var gate = 0; gate < gates; gate++)
                {
                    for (var row = 0; row < rows; row++)
                        Assert.Equal(even[gate].Row(0, row), odd[gate].Row(0, row));
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Vectors512And256GiveTheSameBits(int gates)
    {
        Assert.SkipUnless(Width.Is512, "This run has no 512-bit vectors.");
        foreach (var units in Sizes)
        {
            var wide = new ProductCase(16, gates, units, [50, 33], 33).Run(0, 33);
            var narrow = new ProductCase(8, gates, units, [50, 33], 33).Run(0, 33);
            for (var gate = 0; gate < gates; gate++)
            {
                for (var row = 0; row < 33; row++)
                    Assert.Equal(wide[gate].Row(0, row), narrow[gate].Row(0, row));
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void WithoutAProduct_TheEpilogueSeesEachUnitOnce(int lanes)
    {
        var source = Batch.Random(1, 50, 5);
        var expected = source.Row(0, 3).ToArray().Select(value => value * 2).ToArray();
        var untouched = source.Row(0, 4).ToArray();
        var epilogue = new StoreSums([source.At(0)]);
        Kernel.Run(lanes, 0, Share.OfRows(1, 4), 50, [], ref epilogue);
        Assert.Equal(expected, source.Row(0, 3));
        Assert.Equal(untouched, source.Row(0, 4));
    }

    [Fact]
    public void TheLibraryChoosesAWidth_AndItsKernelsAgree()
    {
        var product = new ProductCase(Width.Lanes, 3, 50, [50], 32);
        var expected = product.Run(0, 32);
        var results = product.NewResults();
        var epilogue = new StoreSums([.. results.Select(result => result.At(0))]);
        Product.Run3(Share.OfRows(0, 32), 50, product.Segments, ref epilogue);
        Assert.Equal(expected[2].Row(0, 31), results[2].Row(0, 31));
    }

    [Fact]
    public void NothingIsAllocated()
    {
        var product = new ProductCase(Width.Lanes, 4, 50, [50], 32);
        var segments = product.Segments;
        var epilogue = new StoreSums([.. product.NewResults().Select(result => result.At(0))]);
        Product.Run4(Share.OfRows(0, 32), 50, segments, ref epilogue);
        Assert.Equal(0, Allocation.Of(() => Product.Run4(Share.OfRows(0, 32), 50, segments, ref epilogue)));
    }

    public static TheoryData<int> AllLanes => Widths.AllLanes;
}
