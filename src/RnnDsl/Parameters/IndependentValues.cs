using System.Runtime.CompilerServices;
using RnnDsl.RandomNumbers;
using RnnDsl.Simd;

namespace RnnDsl.Parameters;

/// <summary>Draws the values of a parameter independently of each other, in parallel.</summary>
/// <param name="target">The parameter's memory.</param>
/// <param name="item">The parameter.</param>
/// <param name="scale">The largest magnitude of uniform values, the standard deviation of normal ones.</param>
/// <param name="center">What is added to each.</param>
/// <param name="isNormal">Whether they are normal.</param>
/// <param name="random">The random stream; value i, counted row by row without padding, gets number i.</param>
internal sealed unsafe class IndependentValues(
    float* target,
    ParameterInfo item,
    double scale,
    double center,
    bool isNormal,
    RandomStream random
) : IParallelWork
{
    /// <summary>Even, because uniform numbers come in pairs.</summary>
    private const int Chunk = 1 << 10;

    private const int LeastChunks = 16;
    private const int MostParts = 1 << 10;

    private int Chunks => (int)(((long)item.Length + Chunk - 1) / Chunk);

    /// <summary>The number of parts that are large enough for a thread.</summary>
    public int Parts => Math.Clamp(Chunks / LeastChunks, 1, MostParts);

    public void Execute(int part, int parts)
    {
        Span<double> numbers = stackalloc double[Chunk];
        var last = (int)((part + 1L) * Chunks / parts);
        for (var chunk = (int)((long)part * Chunks / parts); chunk < last; chunk++)
        {
            var first = chunk * Chunk;
            var some = numbers[..Math.Min(Chunk, item.Length - first)];
            Draw(first, some);
            Store(first, some);
        }
    }

    private void Draw(int first, Span<double> numbers)
    {
        if (isNormal)
        {
            random.FillNormal(first, numbers);
            return;
        }

        random.FillUniform(first, numbers);
        foreach (ref var number in numbers)
        {
            number = (2 * number) - 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(int first, ReadOnlySpan<double> numbers)
    {
        var (row, column) = Math.DivRem(first, item.Columns);
        foreach (var number in numbers)
        {
            target[((nint)row * item.Stride) + column] = (float)((scale * number) + center);
            if (++column == item.Columns)
            {
                (row, column) = (row + 1, 0);
            }
        }
    }
}
