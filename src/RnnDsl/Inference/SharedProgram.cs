using System.ComponentModel;

namespace RnnDsl.Inference;

/// <summary>An inference program that reads the weights which all programs of its model share.</summary>
/// <typeparam name="TWeights">The weights.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SharedProgram<TWeights> : InferenceProgram
    where TWeights : SharedWeights
{
    private readonly WeightVersions<TWeights> versions;

    /// <summary>Creates a program without memory.</summary>
    /// <param name="versions">The weights of the model.</param>
    protected SharedProgram(WeightVersions<TWeights> versions)
        : base(versions.Multiplied)
    {
        this.versions = versions;
        weights = versions.Any;
        versions.Add(this);
    }

    /// <summary>The weights, of one version throughout a pass.</summary>
    protected TWeights weights { get; private set; }

    /// <inheritdoc/>
    protected sealed override void Refresh() => weights = versions.Take(this);
}
