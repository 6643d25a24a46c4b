using System.ComponentModel;
using RnnDsl.Parameters;

namespace RnnDsl.Inference;

/// <summary>The same for a model with an entry point, whose program needs no search.</summary>
/// <typeparam name="TWeights">The weights.</typeparam>
/// <typeparam name="TPredict">The program of <c>Predict</c>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ModelServing<TWeights, TPredict> : ModelServing<TWeights>
    where TWeights : SharedWeights
    where TPredict : SharedProgram<TWeights>
{
    /// <summary>Creates the object; weights and programs are made on first use.</summary>
    /// <param name="store">The model's parameters.</param>
    /// <param name="weights">Creates a set of weights.</param>
    /// <param name="predict">Creates a program.</param>
    public ModelServing(ParameterStore store, Func<TWeights> weights, Func<WeightVersions<TWeights>, TPredict> predict)
        : base(store, weights)
    {
        ArgumentNullException.ThrowIfNull(predict);
        Predictors = new(() => predict(Weights));
    }

    /// <summary>The programs of <c>Predict</c>.</summary>
    public ProgramPool<TPredict> Predictors { get; }

    /// <inheritdoc/>
    public override int Threads
    {
        get => base.Threads;
        set
        {
            base.Threads = value;
            Predictors.Threads = value;
        }
    }

    /// <inheritdoc/>
    public override void Trim()
    {
        Predictors.Trim();
        base.Trim();
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
