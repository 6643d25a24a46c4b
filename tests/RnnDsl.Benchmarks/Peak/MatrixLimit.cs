using System.Numerics;
using System.Runtime.InteropServices;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Peak;

/// <summary>
/// The least time in which this machine's memory moves what a loop with a matrix for each row of the batch has to move, by one thread: loops
/// of a few multiplications and additions over the same bytes, and nothing else.
/// </summary>
/// <param name="Inference">Milliseconds of updates in place of the step before: two slots that alternate.</param>
/// <param name="Forward">Milliseconds of updates that keep the matrices of every step.</param>
/// <param name="Backward">
/// Milliseconds of the way back, which reads the matrices before and after every step and updates an adjoint in place. The second reading
/// comes from a cache where it is large enough.
/// </param>
internal sealed record MatrixLimit(double Inference, double Forward, double Backward)
{
    public static MatrixLimit Measure(Point point)
    {
        var floats = point.Batch * point.Hidden * point.Hidden;
        var history = Ones((point.Steps + 1) * floats);
        var adjoint = Ones(floats);
        return new(
            Best.Of(() => EachStep(point, t => Update(Slot(t % 2), Slot((t + 1) % 2)))),
            Best.Of(() => EachStep(point, t => Update(Slot(t), Slot(t + 1)))),
            Best.Of(() => EachStep(point, t => Add(Slot(point.Steps - t), Slot(point.Steps - t - 1), adjoint)))
        );

        Memory<float> Slot(int t) => history.AsMemory(t * floats, floats);
    }

    private static float[] Ones(int count)
    {
        var numbers = new float[count];
        numbers.AsSpan().Fill(1);
        return numbers;
    }

    private static void EachStep(Point point, Action<int> step)
    {
        for (var t = 0; t < point.Steps; t++)
        {
            step(t);
        }
    }

    private static void Update(Memory<float> before, Memory<float> after)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(before.Span);
        var to = MemoryMarshal.Cast<float, Vector<float>>(after.Span);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = from[i] * 0.9f + new Vector<float>(0.1f);
        }
    }

    private static void Add(Memory<float> after, Memory<float> before, Memory<float> adjoint)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(after.Span);
        var factor = MemoryMarshal.Cast<float, Vector<float>>(before.Span);
        var to = MemoryMarshal.Cast<float, Vector<float>>(adjoint.Span);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = to[i] * 0.9f + from[i] * factor[i];
        }
    }
}
