using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>The biases of a stage, concatenated.</summary>
public sealed class TensorBias : IPacked
{
    private readonly Tensor?[] gates;
    private readonly int units;

    internal TensorBias(int units, Tensor?[] gates, Device device)
    {
        (this.units, this.gates) = (units, gates);
        Value = zeros([(long)gates.Length * units], device: device).DetachFromDisposeScope();
    }

    /// <summary>[gates · units].</summary>
    public Tensor Value { get; }

    /// <inheritdoc/>
    public void Pack()
    {
        for (var gate = 0; gate < gates.Length; gate++)
        {
            if (gates[gate] is { } vector)
            {
                using var place = Value.narrow(0, (long)gate * units, units);
                place.copy_(vector);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Value.Dispose();
}
