using System.ComponentModel;
using RnnDsl.Parameters;

namespace RnnDsl.Inference;

/// <summary>An inference program with weights of its own, such as one on a device: it packs them when they have changed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PackingProgram : InferenceProgram
{
    private readonly ParameterStore parameters;
    private int packedVersion = -1;

    /// <param name="parameters">The model's parameters.</param>
    protected PackingProgram(ParameterStore parameters)
        : base((parameters ?? throw new ArgumentNullException(nameof(parameters))).DenseCount) =>
        this.parameters = parameters;

    /// <inheritdoc/>
    protected sealed override void Refresh()
    {
        if (packedVersion == parameters.Version)
            return;
        // A training beside would change the numbers between two of them.
        lock (parameters.Gate)
        {
            packedVersion = parameters.Version;
            Pack();
        }
    }
}
