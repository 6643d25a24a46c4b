using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

/// <summary>
/// Sums that share adjoints and operands, in buffers of every kind, some with more rows than the batch; more units than are
/// copied together. The same numbers each time.
/// </summary>
internal sealed class GradientCase
{
    public const int Rows = 19;
    public const int Steps = 8;

    private readonly RowBuffer gate = Batch.Random(1, 50, Rows, BufferSlots.Steps, Steps);
    private readonly RowBuffer wide = Batch.Random(2, 530, Rows, BufferSlots.Steps, Steps);
    private readonly RowBuffer sparse = Batch.Random(3, 50, Rows + 2, BufferSlots.States, Steps);
    private readonly RowBuffer input = Batch.Random(4, 20, Rows, BufferSlots.Steps, Steps);
    private readonly RowBuffer state = Batch.Random(5, 81, Rows, BufferSlots.States, Steps);
    private readonly RowBuffer constant = Batch.Random(6, 16, Rows, BufferSlots.One, Steps);

    private readonly Matrix[] gradients =
    [
        Matrix.Random(1, 50, 20),
        Matrix.Random(2, 50, 81),
        Matrix.Random(3, 50, 81),
        Matrix.Random(4, 50, 1),
        Matrix.Random(5, 530, 81),
        Matrix.Random(6, 530, 1),
        Matrix.Random(7, 50, 20),
        Matrix.Random(8, 50, 81),
        Matrix.Random(9, 50, 1),
        Matrix.Random(10, 50, 1),
        Matrix.Random(11, 16, 50),
        Matrix.Random(12, 530, 16),
    ];

    public GradientSum[] Sums => SumsFrom(0);

    public GradientSum[] SumsFrom(int step) =>
        [
            new(gradients[0].Slice, gate, step, input, step),
            new(gradients[1].Slice, gate, step, state, step),
            new(gradients[2].Slice, gate, step, state, step + 1),
            new(gradients[3].Slice, gate, step),
            new(gradients[4].Slice, wide, step, state, step),
            new(gradients[5].Slice, wide, step),
            new(gradients[6].Slice, sparse, step + 1, input, step),
            new(gradients[7].Slice, sparse, step, state, step + 1),
            new(gradients[8].Slice, gate, step),
            new(gradients[9].Slice, sparse, step + 1),
            new(gradients[10].Slice, constant, step, sparse, step),
            new(gradients[11].Slice, wide, step, constant, step),
        ];

    public void AssertSame(GradientCase other)
    {
        foreach (var (mine, theirs) in gradients.Zip(other.gradients))
        {
            Assert.Equal(theirs.Values, mine.Values);
            Assert.True(mine.AreGuardsIntact && theirs.AreGuardsIntact);
        }
    }
}
