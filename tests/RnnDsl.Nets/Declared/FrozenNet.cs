using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// A linear memory with a constant matrix, as the Legendre memory unit has one (Voelker, Kajic and Eliasmith 2019): here it shifts, so that
/// the memory holds the last inputs.
/// </summary>
[Cell]
public partial class ShiftMemory<X, N>
    where X : IDim
    where N : IDim
{
    [Constant, Init(nameof(Shift))]
    Mat<N, N> A;

    [Constant, Init(nameof(First))]
    Vec<N> first;

    Vec<X> read;

    [State]
    Vec<N> m;

    Vec<N> Step(Vec<X> x)
    {
        m = A * m + Sum(read * x) * first;
        return m;
    }

    static float[] Shift(int rows, int columns)
    {
        var numbers = new float[rows * columns];
        for (var row = 1; row < rows; row++)
        {
            numbers[(row * columns) + row - 1] = 1;
        }

        return numbers;
    }

    static float[] First(int size) => [1, .. new float[size - 1]];
}

/// <summary>A trained head on a frozen encoder, a frozen random reservoir, and a memory whose matrix is a constant.</summary>
[Layer]
public partial class FrozenNet
{
    [Frozen]
    Lstm<Features, Units> encoder;

    [Constant, Init(nameof(Reservoir))]
    Mat<Units, Units> reservoir;

    [Frozen, Init(Initializer.Uniform, 0.25, 0.75)]
    Vec<Units> offset;

    ShiftMemory<Features, Units> memory;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var hs = encoder.Scan(xs);
        return head.Apply(Tanh(reservoir * hs + offset) + memory.Scan(xs));
    }

    static float[] Reservoir(int rows, int columns, ulong seed)
    {
        var random = new RnnDsl.RandomNumbers.RandomStream(seed, RnnDsl.RandomNumbers.RandomPurpose.Initialization);
        return [.. Enumerable.Range(0, rows * columns).Select(_ => (float)random.NextNormal() * 0.3f)];
    }
}

[Training(Optimizer = typeof(AdamW), LearningRate = 1e-2f, ClipNorm = 0.5f)]
public partial class FrozenTraining
{
    FrozenNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) =>
        MeanSquaredError(model.Forward(xs), targets) + 0.01f * L2(model);
}

/// <summary>The same equations, all of whose parameters are trained.</summary>
[Layer]
public partial class ThawedNet
{
    Lstm<Features, Units> encoder;
    Mat<Units, Units> reservoir;
    Vec<Units> offset;
    ThawedMemory<Features, Units> memory;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var hs = encoder.Scan(xs);
        return head.Apply(Tanh(reservoir * hs + offset) + memory.Scan(xs));
    }
}

/// <summary>The memory whose matrix is trained.</summary>
[Cell]
public partial class ThawedMemory<X, N>
    where X : IDim
    where N : IDim
{
    Mat<N, N> A;
    Vec<N> first;
    Vec<X> read;

    [State]
    Vec<N> m;

    Vec<N> Step(Vec<X> x)
    {
        m = A * m + Sum(read * x) * first;
        return m;
    }
}

[Training(Optimizer = typeof(AdamW), LearningRate = 1e-2f)]
public partial class ThawedTraining
{
    ThawedNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
