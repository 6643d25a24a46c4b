using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>The matrices of a stage's gates, concatenated, [depth, gates · units]: the right factor of <c>x · factor</c>.</summary>
public sealed class TensorPack : IPacked
{
    private readonly Tensor?[] gates;
    private readonly int units;
    private readonly bool transposed;
    private readonly Tensor? memory;

    internal TensorPack(int units, int depth, bool transposed, Tensor?[] gates, TensorBatch batch)
    {
        (this.units, this.transposed, this.gates) = (units, transposed, gates);
        if (gates is [{ } only] && batch.Storage == ScalarType.Float32)
        {
            Factor = (transposed ? only.narrow(0, 0, depth) : only.t()).DetachFromDisposeScope();
            return;
        }

        // A gate without a matrix stays zero.
        memory = zeros([depth, (long)gates.Length * units], batch.Storage, batch.Device).DetachFromDisposeScope();
        Factor = memory;
    }

    /// <summary>The matrices.</summary>
    public Tensor Factor { get; }

    /// <inheritdoc/>
    public void Pack()
    {
        if (memory is null)
        {
            return;
        }

        for (var gate = 0; gate < gates.Length; gate++)
        {
            if (gates[gate] is { } matrix)
            {
                using var columns = memory.narrow(1, (long)gate * units, units);
                using var turned = transposed ? matrix.narrow(0, 0, matrix.shape[0]) : matrix.t();
                columns.copy_(turned);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Factor.Dispose();
}
