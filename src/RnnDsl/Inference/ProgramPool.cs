using System.ComponentModel;

namespace RnnDsl.Inference;

/// <summary>
/// The inference programs of a model: as many as there were concurrent calls. A call rents one, and the next call
/// reuses it; only the creation of a program locks or allocates.
/// </summary>
/// <typeparam name="TProgram">What the generator wrote for the model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ProgramPool<TProgram> : IProgramPool, IDisposable
    where TProgram : InferenceProgram
{
    private readonly Func<TProgram> create;
    private readonly bool isSingle;
    private readonly Lock gate = new();
    private readonly ThreadLocal<ResultMemory> results = new(static () => new());
    private TProgram[] programs = [];
    private volatile bool isDisposed;

    /// <param name="create">Creates a program.</param>
    /// <param name="isSingle">Whether there is one program at most, for which calls wait: it holds memory of a device.</param>
    public ProgramPool(Func<TProgram> create, bool isSingle = false)
    {
        ArgumentNullException.ThrowIfNull(create);
        (this.create, this.isSingle) = (create, isSingle);
    }

    /// <summary>The maximum number of threads of one call; 0 chooses by the size of the work.</summary>
    public int Threads { get; set; }

    /// <summary>The layout that all streams of the model share.</summary>
    public StreamShape Shape
    {
        get
        {
            var program = Rent();
            try
            {
                var streaming = (IStreamingProgram)program;
                return new(streaming.Layout, streaming.ResultEnds);
            }
            finally
            {
                Return(program);
            }
        }
    }

    /// <summary>Bytes of batch memory in all programs.</summary>
    internal long Bytes => Volatile.Read(ref programs).Sum(static program => program.Bytes);

    /// <summary>A program for one call, which ends with <see cref="Return"/>.</summary>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    public TProgram Rent()
    {
        var known = Volatile.Read(ref programs);
        // Threads on different processors start at different programs, which reduces contention.
        var first = known.Length > 1 ? Thread.GetCurrentProcessorId() % known.Length : 0;
        for (var i = 0; i < known.Length; i++)
        {
            var program = known[first];
            if (program.TryRent())
            {
                program.Threads = Threads;
                return program;
            }

            if (++first == known.Length)
                first = 0;
        }

        return isSingle ? RentSingle() : Grow();
    }

    /// <summary>Returns a program to the pool.</summary>
    /// <param name="program">The result of <see cref="Rent"/>.</param>
    public void Return(TProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        program.Return();
        if (isDisposed)
            Trim();
    }

    /// <summary>Runs the loaded rows.</summary>
    /// <param name="program">The result of <see cref="Rent"/>.</param>
    /// <returns>The result of the first; a view that the next call of the same thread overwrites.</returns>
    public Prediction Run(TProgram program) => RunSeveral(program)[0];

    /// <summary>Runs the loaded rows of a program with several results.</summary>
    /// <param name="program">The result of <see cref="Rent"/>.</param>
    /// <returns>The results of the first; views that the next call of the same thread overwrites.</returns>
    public PredictionList RunSeveral(TProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return program.Run(results.Value!);
    }

    /// <summary>Runs the loaded rows.</summary>
    /// <param name="program">The result of <see cref="Rent"/>.</param>
    /// <returns>The results of all, in the order of the examples.</returns>
    public float[][] RunAll(TProgram program) => RunAllSeveral(program)[0];

    /// <summary>Runs the loaded rows of a program with several results.</summary>
    /// <param name="program">The result of <see cref="Rent"/>.</param>
    /// <returns>For each result those of all, in the order of the examples.</returns>
    public float[][][] RunAllSeveral(TProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return program.RunAll();
    }

    /// <summary>Frees the memory of all programs that no call uses.</summary>
    public void Trim()
    {
        lock (gate)
        {
            var idle = programs.Where(static program => program.TryRent()).ToHashSet();
            // They stay rented, so that a thread that still sees the old array cannot rent them.
            Volatile.Write(ref programs, [.. programs.Where(program => !idle.Contains(program))]);
            foreach (var program in idle)
            {
                program.Free();
                (program as IDisposable)?.Dispose();
            }
        }

        results.Value!.Free();
    }

    /// <summary>Frees the memory of all programs; later calls fail.</summary>
    public void Dispose()
    {
        isDisposed = true;
        Trim();
    }

    private TProgram Grow()
    {
        var program = Create();
        lock (gate)
            Volatile.Write(ref programs, [.. programs, program]);
        return program;
    }

    private TProgram RentSingle()
    {
        var wait = default(SpinWait);
        while (true)
        {
            lock (gate)
            {
                ObjectDisposedException.ThrowIf(isDisposed, this);
                if (programs is [])
                {
                    var first = Create();
                    Volatile.Write(ref programs, [first]);
                    return first;
                }

                if (programs[0].TryRent())
                    return programs[0];
            }

            wait.SpinOnce();
        }
    }

    private TProgram Create()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var program = create();
        program.Threads = Threads;
        program.TryRent();
        return program;
    }
}
