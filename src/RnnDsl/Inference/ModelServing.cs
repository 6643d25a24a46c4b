using System.ComponentModel;
using RnnDsl.Parameters;

namespace RnnDsl.Inference;

/// <summary>What all predictions of a model share: its packed weights, and the programs that calls rent.</summary>
/// <typeparam name="TWeights">The weights.</typeparam>
/// <typeparam name="TPredict">The program of <c>Predict</c>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ModelServing<TWeights, TPredict>
    where TWeights : SharedWeights
    where TPredict : SharedProgram<TWeights>
{
    /// <summary>Creates the object; weights and programs are made on first use.</summary>
    /// <param name="store">The model's parameters.</param>
    /// <param name="weights">Creates a set of weights.</param>
    /// <param name="predict">Creates a program.</param>
    public ModelServing(ParameterStore store, Func<TWeights> weights, Func<WeightVersions<TWeights>, TPredict> predict)
    {
        ArgumentNullException.ThrowIfNull(predict);
        Weights = new(store, weights);
        Predictors = new(() => predict(Weights));
    }

    /// <summary>The weights.</summary>
    public WeightVersions<TWeights> Weights { get; }

    /// <summary>The programs of <c>Predict</c>.</summary>
    public ProgramPool<TPredict> Predictors { get; }

    /// <summary>The maximum number of threads of one call; 0 chooses by the size of the work.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, or above 1024.</exception>
    public virtual int Threads
    {
        get => Predictors.Threads;
        set => Predictors.Threads = ThreadCount.Check(value);
    }

    /// <summary>Frees the memory that no call uses now.</summary>
    public virtual void Trim()
    {
        Predictors.Trim();
        Weights.Trim();
    }
}

/// <summary>The same for a model with streams.</summary>
/// <typeparam name="TWeights">The weights.</typeparam>
/// <typeparam name="TPredict">The program of <c>Predict</c>.</typeparam>
/// <typeparam name="TStream">The program of a step.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelServing<TWeights, TPredict, TStream> : ModelServing<TWeights, TPredict>
    where TWeights : SharedWeights
    where TPredict : SharedProgram<TWeights>
    where TStream : StreamingProgram<TWeights>
{
    /// <summary>Creates the object; weights and programs are made on first use.</summary>
    /// <param name="store">The model's parameters.</param>
    /// <param name="weights">Creates a set of weights.</param>
    /// <param name="predict">Creates a program of <c>Predict</c>.</param>
    /// <param name="stream">Creates a program of a step.</param>
    public ModelServing(
        ParameterStore store,
        Func<TWeights> weights,
        Func<WeightVersions<TWeights>, TPredict> predict,
        Func<WeightVersions<TWeights>, TStream> stream
    )
        : base(store, weights, predict)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Streams = new(() => stream(Weights));
    }

    /// <summary>The programs of steps.</summary>
    public ProgramPool<TStream> Streams { get; }

    /// <inheritdoc/>
    public override int Threads
    {
        get => base.Threads;
        set
        {
            base.Threads = value;
            Streams.Threads = value;
        }
    }

    /// <inheritdoc/>
    public override void Trim()
    {
        Streams.Trim();
        base.Trim();
    }
}
