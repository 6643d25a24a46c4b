using RnnDsl.Parameters;
using RnnDsl.Simd;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>
/// The loss (w * x + b - y)^2 written by hand as the generator would write it, with a record of what the loop asked for.
/// </summary>
public sealed class RegressionProgram(ParameterStore parameters) : TrainingProgram<Point>(parameters)
{
    private readonly ParameterStore store = parameters;
    private readonly int dims = parameters["w"].Length;
    private readonly float[] weights = new float[parameters["w"].Length + 1];
    private float[] x = [];
    private float[] y = [];
    private float[] error = [];
    private float[] adjoint = [];

    /// <summary>The loaded examples in order, if a test asks for them.</summary>
    public List<int>? Loaded { get; set; }

    /// <summary>Sizes of the batches.</summary>
    public List<int>? Batches { get; set; }

    public int Packs { get; private set; }

    public int LargestPart { get; private set; }

    protected override void Reserve()
    {
        var rows = Rows;
        Batches?.Add(rows);
        if (y.Length < rows)
        {
            (x, y, error, adjoint) = (new float[rows * dims], new float[rows], new float[rows], new float[rows]);
        }
    }

    public override int CountSteps(in Point sample, int example) =>
        sample.X.Length == dims
            ? sample.Steps
            : throw new ArgumentException($"Sample {example}: expected {dims} values of X, got {sample.X.Length}.");

    public override Point Cut(in Point sample, Window window, int example) => sample with { Steps = window.Steps };

    public override void Load(int row, in Point sample, int example)
    {
        Loaded?.Add(example);
        sample.X.CopyTo(x, row * dims);
        y[row] = sample.Y;
    }

    public override void Pack()
    {
        // Works on a copy, as generated programs do, so that a loop which forgets to pack is found out.
        store["w"].CopyTo(weights);
        weights[dims] = store["b"][0];
        Packs++;
    }

    public override void Forward(in Share share)
    {
        LargestPart = Math.Max(LargestPart, share.Last - share.First);
        for (var row = share.First; row < share.Last; row++)
        {
            var sum = weights[dims];
            for (var i = 0; i < dims; i++)
            {
                sum += weights[i] * x[row * dims + i];
            }

            error[row] = sum - y[row];
        }
    }

    public override void Backward(in Share share)
    {
        for (var row = share.First; row < share.Last; row++)
        {
            adjoint[row] = 2f / Rows * error[row];
        }
    }

    public override void Gradients(int part, int parts)
    {
        for (var i = part; i <= dims; i += parts)
        {
            float sum = 0;
            for (var row = 0; row < Rows; row++)
            {
                sum += adjoint[row] * (i < dims ? x[row * dims + i] : 1);
            }

            if (i < dims)
            {
                ParameterGradients.Slice("w").Span[i] += sum;
            }
            else
            {
                ParameterGradients.Slice("b").Span[0] += sum;
            }
        }
    }

    public override float Loss(int row) => error[row] * error[row];
}
