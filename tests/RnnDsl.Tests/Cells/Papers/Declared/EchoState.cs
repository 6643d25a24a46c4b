using RnnDsl.RandomNumbers;
using static RnnDsl.Equations;

namespace RnnDsl.Tests.Cells.Papers.Declared;

/// <summary>
/// The echo state network with leaky integration: a random reservoir, of which only the output is trained. Lukosevicius 2012, "A
/// practical guide to applying echo state networks", section 2, equations 2 to 4.
/// </summary>
[Cell]
public partial class EchoState<U, N, Y>
    where U : IDim
    where N : IDim
    where Y : IDim
{
    readonly float leak = 0.3f,
        radius = 0.9f;

    [Constant, Init(nameof(Inputs))]
    Mat<N, U> Win;

    [Constant, Init(nameof(Biases))]
    Vec<N> bin;

    [Constant, Init(nameof(Reservoir))]
    Mat<N, N> W;
    Mat<Y, Cat<U, N>> Wout;
    Vec<Y> bout;

    [State]
    Vec<N> x;

    Vec<Y> Step(Vec<U> u)
    {
        x = (1 - leak) * x + leak * Tanh(Win * u + bin + radius * (W * x));
        return Wout * Concat(u, x) + bout;
    }

    private static float[] Inputs(int rows, int columns, ulong seed) => Draw(rows * columns, seed);

    private static float[] Biases(int size, ulong seed) => Draw(size, seed);

    // No row's sum of absolute values exceeds 1, nor does the spectral radius then.
    private static float[] Reservoir(int rows, int columns, ulong seed)
    {
        var numbers = Draw(rows * columns, seed);
        var largest = numbers.Chunk(columns).Max(row => row.Sum(MathF.Abs));
        return [.. numbers.Select(number => number / largest)];
    }

    private static float[] Draw(int count, ulong seed)
    {
        var random = new RandomStream(seed, RandomPurpose.Initialization);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
    }
}
