using RnnDsl.Parameters;

namespace RnnDsl.Tests.Simd;

/// <summary>A matrix in pinned memory as parameters are, between guards that show a write outside of it.</summary>
internal sealed unsafe class Matrix
{
    private const int Guard = 16;
    private const float GuardValue = 12345f;
    private readonly PinnedFloats memory;
    private readonly int rows;
    private readonly int columns;

    public Matrix(int rows, int columns)
    {
        this.rows = rows;
        this.columns = columns;
        memory = new PinnedFloats(rows * columns + 2 * Guard);
        memory.Span.Fill(GuardValue);
        Values.Clear();
    }

    public ParameterSlice Slice => new(memory.Pointer + Guard, rows, columns);

    public Span<float> Values => memory.Span.Slice(Guard, rows * columns);

    public float this[int row, int column] => Values[row * columns + column];

    public bool AreGuardsIntact =>
        !memory.Span[..Guard].ContainsAnyExcept(GuardValue) && !memory.Span[^Guard..].ContainsAnyExcept(GuardValue);

    public static Matrix Random(int seed, int rows, int columns)
    {
        var random = new Random(seed);
        var matrix = new Matrix(rows, columns);
        foreach (ref var value in matrix.Values)
            value = random.NextSingle() * 2 - 1;
        return matrix;
    }
}
