using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class PackedMatrixTests
{
    [Fact]
    public void AMatrixOfAnotherShapeIsRefused()
    {
        var packed = new PackedMatrix(units: 5, depth: 3, gates: 2);
        var error = Assert.Throws<ArgumentException>(() => packed.Pack(0, new Matrix(3, 5).Slice, transposed: false));
        Assert.Contains("[3, 5], expected [5, 3]", error.Message, StringComparison.Ordinal);
        packed.Pack(0, new Matrix(3, 5).Slice, transposed: true);
    }

    [Fact]
    public void AGateThatIsNotThereIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new PackedMatrix(5, 3, 2).Pack(2, new Matrix(5, 3).Slice, transposed: false)
        );

    [Fact]
    public void PackingAgainReplacesTheWeights()
    {
        var x = Batch.Random(1, 3, 1);
        var packed = new PackedMatrix(5, 3, 1);
        packed.Pack(0, Matrix.Random(1, 5, 3).Slice, transposed: false);
        packed.Pack(0, new Matrix(5, 3).Slice, transposed: false);
        var result = Batch.Unwritten(5, 1);
        var epilogue = new StoreSums([result.At(0)]);
        Product.Run1(Share.OfRows(0, 1), 5, [new Segment(x.At(0), packed)], ref epilogue);
        Assert.Equal(new float[5], result.Row(0, 0));
    }
}
