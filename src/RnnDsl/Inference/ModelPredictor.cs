using System.ComponentModel;

namespace RnnDsl.Inference;

/// <summary>
/// A program that one caller owns: the base of the classes that the generator writes for <c>Predictor()</c>. A result
/// is valid until the next call of this object. It reads the weights that all programs of the model share.
/// </summary>
public abstract class ModelPredictor : IDisposable
{
    private readonly InferenceProgram program;
    private readonly ResultMemory results = new();
    private bool isDisposed;

    /// <param name="program">A program that no other call uses.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ModelPredictor(InferenceProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        this.program = program;
    }

    /// <summary>The maximum number of threads of a call; 0, the default, chooses by the size of the work.</summary>
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

    /// <summary>Frees the memory of the largest batch so far; the next call allocates again.</summary>
    /// <exception cref="InvalidOperationException">Another thread uses the predictor.</exception>
    public void Trim()
    {
        Begin();
        program.Free();
        results.Free();
        End();
    }

    /// <summary>Frees all memory; no call may follow.</summary>
    public void Dispose()
    {
        if (!isDisposed)
            Trim();
        isDisposed = true;
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a call, which ends with <see cref="End"/>.</summary>
    /// <exception cref="InvalidOperationException">Another thread uses the predictor.</exception>
    /// <exception cref="ObjectDisposedException">The predictor is disposed.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Begin()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (!program.TryRent())
        {
            throw new InvalidOperationException(
                "Two threads use one predictor at the same time; Predict of the model itself may be called from any thread."
            );
        }
    }

    /// <summary>Runs the loaded example.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Prediction Run() => RunSeveral()[0];

    /// <summary>Runs the loaded example of a model with several results.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PredictionList RunSeveral() => program.Run(results);

    /// <summary>Runs the loaded examples.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected float[][] RunAll() => RunAllSeveral()[0];

    /// <summary>Runs the loaded examples of a model with several results.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected float[][][] RunAllSeveral() => program.RunAll();

    /// <summary>Ends a call.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void End() => program.Return();
}
