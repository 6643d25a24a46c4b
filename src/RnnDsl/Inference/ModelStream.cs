using System.ComponentModel;
using RnnDsl.Parameters;
using RnnDsl.Simd;

namespace RnnDsl.Inference;

/// <summary>
/// One sequence that arrives step by step: the base of the classes that the generator writes for <c>Stream()</c>. It owns the states
/// only, and reads the weights that all streams of its model share. Any thread may push, one at a time.
/// </summary>
public abstract class ModelStream
{
    private readonly StateLayout layout;
    private readonly PinnedFloats memory;
    private readonly int resultStart;
    private readonly int[] resultEnds;
    private int isBusy;

    /// <summary>Starts with states of zeros.</summary>
    /// <param name="shape">The result of <see cref="ProgramPool{TProgram}.Shape"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ModelStream(StreamShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        layout = shape.Layout;
        resultStart = layout.Floats;
        resultEnds = shape.ResultEnds;
        memory = new PinnedFloats(checked(resultStart + resultEnds[^1]));
    }

    /// <summary>The number of steps since the start, including those before a restored state.</summary>
    public long Pushed { get; private set; }

    /// <summary>Resets the states to zero.</summary>
    /// <exception cref="InvalidOperationException">Another thread is pushing a step.</exception>
    public void Reset()
    {
        Lock();
        memory.Span.Clear();
        Pushed = 0;
        Unlock();
    }

    /// <summary>A copy of the states.</summary>
    /// <exception cref="InvalidOperationException">Another thread is pushing a step.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected StateValues GetState()
    {
        Lock();
        var numbers = new float[layout.Count];
        for (var i = 0; i < layout.States.Count; i++)
            Newest(i).CopyTo(numbers.AsSpan(layout.Start(i)));
        var values = new StateValues(layout, numbers, Pushed);
        Unlock();
        return values;
    }

    /// <summary>Continues from saved states.</summary>
    /// <param name="values">The states of a stream of a model with the same sizes.</param>
    /// <exception cref="ArgumentException">The states are of another model.</exception>
    /// <exception cref="InvalidOperationException">Another thread is pushing a step.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetState(StateValues? values)
    {
        layout.Require(values);
        Lock();
        Pushed = values!.Pushed;
        for (var i = 0; i < layout.States.Count; i++)
            values.Of(i).CopyTo(Newest(i));
        Unlock();
    }

    /// <summary>Rents a program for the next step and binds this stream's states.</summary>
    /// <typeparam name="TProgram">What the generator wrote for the model.</typeparam>
    /// <param name="pool">The programs of the model.</param>
    /// <exception cref="InvalidOperationException">Another thread is pushing a step.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TProgram Rent<TProgram>(ProgramPool<TProgram> pool)
        where TProgram : InferenceProgram
    {
        ArgumentNullException.ThrowIfNull(pool);
        Lock();
        try
        {
            var program = pool.Rent();
            Streaming(program).Attach(memory, Pushed);
            return program;
        }
        catch
        {
            Unlock();
            throw;
        }
    }

    /// <summary>Runs the loaded step.</summary>
    /// <param name="program">The result of <see cref="Rent"/>.</param>
    /// <returns>The result after it; a view that the next step overwrites.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Prediction Run(InferenceProgram program) => RunSeveral(program)[0];

    /// <summary>Runs the loaded step of a model with several results.</summary>
    /// <param name="program">The result of <see cref="Rent"/>.</param>
    /// <returns>The results after it; views that the next step overwrites.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PredictionList RunSeveral(InferenceProgram program)
    {
        var results = memory.Span[resultStart..];
        Streaming(program).RunStep(results);
        Pushed++;
        return new PredictionList(results, resultEnds);
    }

    /// <summary>Returns a program to its pool.</summary>
    /// <typeparam name="TProgram">What the generator wrote for the model.</typeparam>
    /// <param name="pool">Its pool.</param>
    /// <param name="program">The result of <see cref="Rent"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Return<TProgram>(ProgramPool<TProgram> pool, TProgram program)
        where TProgram : InferenceProgram
    {
        ArgumentNullException.ThrowIfNull(pool);
        pool.Return(program);
        Unlock();
    }

    private static IStreamingProgram Streaming(InferenceProgram program) => (IStreamingProgram)program;

    /// <summary>The slot of a state that the next step reads.</summary>
    private Span<float> Newest(int state)
    {
        var width = layout.States[state].Width;
        return memory.Span.Slice(layout.Offset(state) + (int)(Pushed & 1) * Padding.RoundUp(width), width);
    }

    private void Lock()
    {
        if (Interlocked.Exchange(ref isBusy, 1) != 0)
        {
            throw new InvalidOperationException(
                "Two threads use one stream at the same time; give each sequence a stream, or take turns."
            );
        }
    }

    private void Unlock() => Volatile.Write(ref isBusy, 0);
}
