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

    /// <summary>Whether the result is a sequence, with a slot for each step.</summary>
    protected virtual bool IsSequence => false;

    /// <summary>Runs the loaded rows and gives the result of the first.</summary>
    public Prediction Run()
    {
        RunRows();
        if (StepsOf(0) == 1)
        {
            return new Prediction(Output.Row(OutputSlot, 0));
        }

        var length = LengthOf(0);
        if (result.Length < length)
        {
            result = new float[length];
        }

        Copy(0, result);
        return new Prediction(result.AsSpan(0, length));
    }

    /// <summary>Runs the loaded rows and gives the results of all, in the order of the examples.</summary>
    public float[][] RunAll()
    {
        RunRows();
        var results = new float[Rows][];
        for (var example = 0; example < Rows; example++)
        {
            var row = Lengths.RowOf(example);
            results[example] = new float[LengthOf(row)];
            Copy(row, results[example]);
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

        passes ??= new(this, parameters.DenseCount);
        passes.Forward();
    }

    private int StepsOf(int row) => IsSequence ? Lengths[row] : 1;

    private int LengthOf(int row) => StepsOf(row) * Output.Width;

    private void Copy(int row, Span<float> destination)
    {
        var (output, slot, steps) = (Output, OutputSlot, StepsOf(row));
        for (var step = 0; step < steps; step++)
        {
            output.Row(slot + step, row).CopyTo(destination[(step * output.Width)..]);
        }
    }
}
