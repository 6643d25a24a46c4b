using System.ComponentModel;
using RnnDsl.Parameters;

namespace RnnDsl.Inference;

/// <summary>An inference program that shares no weights, such as one on a device: it packs its own copy when they have changed.</summary>
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
        // A concurrent training would change the parameters between two packs.
        lock (parameters.Gate)
        {
            packedVersion = parameters.Version;
            Pack();
        }
    }
}
