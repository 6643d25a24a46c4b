using System.ComponentModel;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Inference;

/// <summary>
/// Many sequences that arrive step by step: the base of the classes that the generator writes for <c>Streams(rows)</c>. A step runs
/// the streams that have an input now as the rows of one batch, so the weights are read once for all of them. Any thread may call, one at a time.
/// </summary>
public abstract class ModelStreams : IDisposable
{
    private readonly InferenceProgram program;
    private readonly StateLayout layout;
    private readonly int[] resultEnds;
    private readonly float[] states;
    private readonly long[] pushed;

    // The last step that named each stream, to detect a stream that is named twice.
    private readonly long[] named;
    private long step;
    private float[] results = [];

    /// <summary>Starts all streams with states of zeros.</summary>
    /// <param name="program">A program that no other call uses.</param>
    /// <param name="rows">The number of streams, at least 1; their ids are 0 to <paramref name="rows"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no streams, or too many for one array.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ModelStreams(InferenceProgram program, int rows)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        this.program = program;
        layout = Streaming.Layout;
        resultEnds = Streaming.ResultEnds;
        if ((long)rows * layout.Count > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(rows),
                rows,
                Invariant(
                    $"States of {layout.Count} numbers each: at most {Array.MaxLength / layout.Count} streams go into one object."
                )
            );
        }

        states = new float[rows * layout.Count];
        (pushed, named) = (new long[rows], new long[rows]);
    }

    /// <summary>The number of streams.</summary>
    public int Rows => pushed.Length;

    /// <summary>The maximum number of threads of a step; 0, the default, chooses by the size of the work.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, or above 1024.</exception>
    public int Threads
    {
        get;
        set
        {
            program.Threads = ThreadCount.Check(value);
            field = value;
        }
    }

    private IStreamingProgram Streaming => (IStreamingProgram)program;

    /// <summary>The number of steps that a stream has taken since its start.</summary>
    /// <param name="id">The stream, 0 to <see cref="Rows"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stream.</exception>
    public long Pushed(int id) => pushed[Check(id)];

    /// <summary>Resets a stream.</summary>
    /// <param name="id">The stream, 0 to <see cref="Rows"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stream.</exception>
    /// <exception cref="InvalidOperationException">Another thread uses the streams.</exception>
    public void Reset(int id)
    {
        Check(id);
        Lock();
        StatesOf(id).Clear();
        pushed[id] = 0;
        program.Return();
    }

    /// <summary>Resets all streams.</summary>
    /// <exception cref="InvalidOperationException">Another thread uses the streams.</exception>
    public void Reset()
    {
        Lock();
        Array.Clear(states);
        Array.Clear(pushed);
        program.Return();
    }

    /// <summary>Copies the states of one stream to another.</summary>
    /// <param name="from">The stream that is copied.</param>
    /// <param name="to">The stream that is overwritten.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stream.</exception>
    /// <exception cref="InvalidOperationException">Another thread uses the streams.</exception>
    public void Fork(int from, int to)
    {
        Check(from);
        Check(to);
        Lock();
        StatesOf(from).CopyTo(StatesOf(to));
        pushed[to] = pushed[from];
        program.Return();
    }

    /// <summary>Frees the memory of the largest step so far; the streams' states stay.</summary>
    /// <exception cref="InvalidOperationException">Another thread uses the streams.</exception>
    public void Trim()
    {
        Lock();
        program.Free();
        results = [];
        program.Return();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Trim();
        GC.SuppressFinalize(this);
    }

    /// <summary>A copy of a stream's states.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected StateValues GetState(int id)
    {
        Check(id);
        Lock();
        var values = new StateValues(layout, StatesOf(id).ToArray(), pushed[id]);
        program.Return();
        return values;
    }

    /// <summary>Restores a stream from saved states.</summary>
    /// <exception cref="ArgumentException">The states are of another model.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetState(int id, StateValues? values)
    {
        Check(id);
        layout.Require(values);
        Lock();
        values!.Numbers.CopyTo(StatesOf(id));
        pushed[id] = values.Pushed;
        program.Return();
    }

    /// <summary>Starts a step of some streams; it ends with <see cref="End"/>.</summary>
    /// <param name="ids">The streams, each once.</param>
    /// <exception cref="ArgumentException">A stream is named twice, or is none of these.</exception>
    /// <exception cref="InvalidOperationException">Another thread uses the streams.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Begin(ReadOnlySpan<int> ids)
    {
        Lock();
        try
        {
            step++;
            foreach (var id in ids)
            {
                if (named[Check(id)] == step)
                {
                    throw new ArgumentException(
                        Invariant($"Stream {id} is named twice; a stream takes one step at a time."),
                        nameof(ids)
                    );
                }

                named[id] = step;
            }

            if (ids.IsEmpty)
                return;
            Streaming.BeginRows(ids.Length);
            for (var row = 0; row < ids.Length; row++)
                Streaming.SetStates(row, StatesOf(ids[row]));
        }
        catch
        {
            program.Return();
            throw;
        }
    }

    /// <summary>Runs the loaded step.</summary>
    /// <param name="ids">As in <see cref="Begin"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected StreamResults Run(ReadOnlySpan<int> ids) => RunSeveral(ids)[0];

    /// <summary>Runs the loaded step of a model with several results.</summary>
    /// <param name="ids">As in <see cref="Begin"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected StreamResultList RunSeveral(ReadOnlySpan<int> ids)
    {
        if (ids.IsEmpty)
            return new StreamResultList([], resultEnds, 0);
        program.RunRows();
        var count = checked(ids.Length * resultEnds[^1]);
        if (results.Length < count)
            results = new float[count];
        for (var row = 0; row < ids.Length; row++)
        {
            Streaming.GetStates(row, StatesOf(ids[row]));
            pushed[ids[row]]++;
        }

        for (var (i, start) = (0, 0); i < resultEnds.Length; start = resultEnds[i], i++)
        {
            var width = resultEnds[i] - start;
            for (var row = 0; row < ids.Length; row++)
                Streaming.GetResult(i, row, results.AsSpan(start * ids.Length + row * width, width));
        }

        return new StreamResultList(results.AsSpan(0, count), resultEnds, ids.Length);
    }

    /// <summary>Ends a step.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void End() => program.Return();

    private Span<float> StatesOf(int id) => states.AsSpan(id * layout.Count, layout.Count);

    private int Check(int id) =>
        (uint)id < (uint)pushed.Length
            ? id
            : throw new ArgumentOutOfRangeException(nameof(id), id, Invariant($"There are streams 0 to {Rows - 1}."));

    private void Lock()
    {
        if (!program.TryRent())
            throw new InvalidOperationException("Two threads use these streams at the same time; take turns.");
    }
}
