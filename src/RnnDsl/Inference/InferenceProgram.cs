using RnnDsl.Parameters;
using RnnDsl.Simd;

namespace RnnDsl.Inference;

/// <summary>
/// What generated code derives from to compute results: it packs the weights when they have changed, runs, and copies results
/// out of the padded rows.
/// </summary>
/// <param name="parameters">The model's parameters.</param>
public abstract class InferenceProgram(ParameterStore parameters) : BatchProgram
{
    private BatchPasses? passes;
    private int packedVersion = -1;
    private float[] result = [];

    /// <summary>Holds the result of each row.</summary>
    protected abstract RowBuffer Output { get; }

    /// <summary>The slot of the result's first step.</summary>
    protected virtual int OutputSlot => 0;

    /// <summary>The number of steps in the result; 1 where it is no sequence.</summary>
    protected virtual int OutputSteps => 1;

    /// <summary>Runs the loaded rows and gives the result of the first.</summary>
    public Prediction Run()
    {
        RunRows();
        var steps = OutputSteps;
        var length = steps * Output.Width;
        if (result.Length < length)
        {
            result = new float[length];
        }

        Copy(0, steps, result);
        return new Prediction(result.AsSpan(0, length));
    }

    /// <summary>Runs the loaded rows and gives the results of all.</summary>
    public float[][] RunAll()
    {
        RunRows();
        var results = new float[Rows][];
        for (var row = 0; row < Rows; row++)
        {
            results[row] = new float[OutputSteps * Output.Width];
            Copy(row, OutputSteps, results[row]);
        }

        return results;
    }

    private void RunRows()
    {
        if (packedVersion != parameters.Version)
        {
            Pack();
            packedVersion = parameters.Version;
        }

        passes ??= new(this, parameters.Count);
        passes.Forward();
    }

    private void Copy(int row, int steps, Span<float> destination)
    {
        var (output, slot) = (Output, OutputSlot);
        for (var step = 0; step < steps; step++)
        {
            output.Row(slot + step, row).CopyTo(destination[(step * output.Width)..]);
        }
    }
}
