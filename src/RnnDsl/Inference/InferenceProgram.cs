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

    /// <summary>The number of results.</summary>
    protected virtual int Results => 1;

    /// <summary>Where a result is.</summary>
    /// <param name="index">0 to <see cref="Results"/> - 1.</param>
    protected abstract ProgramResult Result(int index);

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

    /// <summary>Runs the loaded rows and copies the results of the first row.</summary>
    /// <param name="memory">The destination.</param>
    internal PredictionList Run(ResultMemory memory)
    {
        RunRows();
        var ends = memory.TakeEnds(Results);
        for (var i = 0; i < ends.Length; i++)
            ends[i] = (i == 0 ? 0 : ends[i - 1]) + Result(i).Length(Lengths[0]);
        var results = memory.Take(ends[^1]);
        for (var i = 0; i < ends.Length; i++)
            Result(i).Copy(0, results[(i == 0 ? 0 : ends[i - 1])..ends[i]]);
        return new PredictionList(results, ends);
    }

    /// <summary>Runs the loaded rows and copies all results.</summary>
    /// <returns>For each result its numbers for each example, in the order of the examples.</returns>
    internal float[][][] RunAll()
    {
        RunRows();
        var results = new float[Results][][];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = new float[Rows][];
            for (var example = 0; example < Rows; example++)
            {
                var row = Lengths.RowOf(example);
                results[i][example] = new float[Result(i).Length(Lengths[row])];
                Result(i).Copy(row, results[i][example]);
            }
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

    /// <summary>The end of each result in the numbers of one step of one row.</summary>
    private protected int[] StepEnds()
    {
        var ends = new int[Results];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = (i == 0 ? 0 : ends[i - 1]) + Result(i).Width;
        return ends;
    }
}
