using System.ComponentModel;
using RnnDsl.Simd;

namespace RnnDsl.Inference;

/// <summary>
/// The base of generated inference programs. A program belongs to one call at a time: it holds the working memory of a
/// batch, and reads weights that all programs of a model share.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class InferenceProgram : BatchProgram
{
    private readonly BatchPasses passes;
    private SharedWeights? reading;
    private int isRented;

    /// <summary>Creates a program without memory.</summary>
    /// <param name="multiplied">The number of weights in products, which determines the amount of work.</param>
    protected InferenceProgram(int multiplied) => passes = new(this, multiplied);

    /// <summary>Holds the result of each row.</summary>
    protected abstract RowBuffer Output { get; }

    /// <summary>The slot of the result's first step.</summary>
    protected virtual int OutputSlot => 0;

    /// <summary>Whether the result is a sequence, with a slot for each step.</summary>
    protected virtual bool IsSequence => false;

    /// <summary>The most threads to use; 0 chooses by the size of the work.</summary>
    internal int Threads
    {
        set => passes.Threads = value;
    }

    /// <summary>
    /// The weights that the current or the last call reads: a call sets them before it checks
    /// that they are still the newest.
    /// </summary>
    internal SharedWeights? Reading
    {
        get => Volatile.Read(ref reading);
        set => Volatile.Write(ref reading, value);
    }

    /// <summary>Whether a call owns the program. The reads of that call happen before the program is returned (release semantics).</summary>
    internal bool IsRented => Volatile.Read(ref isRented) != 0;

    /// <summary>Acquires the program for a call, unless another call owns it.</summary>
    internal bool TryRent() => !IsRented && Interlocked.CompareExchange(ref isRented, 1, 0) == 0;

    /// <summary>Ends the call that owns the program.</summary>
    internal void Return() => Volatile.Write(ref isRented, 0);

    /// <summary>Runs the loaded rows and copies the result of the first row.</summary>
    /// <param name="memory">The destination.</param>
    internal Prediction Run(ResultMemory memory)
    {
        RunRows();
        var result = memory.Take(LengthOf(0));
        Copy(0, result);
        return new Prediction(result);
    }

    /// <summary>Runs the loaded rows and copies all results, in the order of the examples.</summary>
    internal float[][] RunAll()
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

    /// <summary>Updates the weights to the newest version, before a pass.</summary>
    protected abstract void Refresh();

    /// <summary>Runs the loaded rows.</summary>
    internal void RunRows()
    {
        Refresh();
        passes.Forward();
    }

    /// <summary>The number of elements in a row's result.</summary>
    private int LengthOf(int row) => StepsOf(row) * Output.Width;

    private int StepsOf(int row) => IsSequence ? Lengths[row] : 1;

    /// <summary>Copies a row's result.</summary>
    /// <param name="row">The row.</param>
    /// <param name="destination">Room for the numbers of all its steps.</param>
    internal void Copy(int row, Span<float> destination)
    {
        var (output, slot, steps) = (Output, OutputSlot, StepsOf(row));
        for (var step = 0; step < steps; step++)
            output.Row(slot + step, row).CopyTo(destination[(step * output.Width)..]);
    }
}
