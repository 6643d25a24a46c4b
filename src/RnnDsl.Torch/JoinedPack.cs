using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>The matrices of operands that are stored side by side, stacked by rows: one product replaces one for each operand.</summary>
public sealed class JoinedPack : IPacked
{
    private readonly TensorPack[] packs;
    private Tensor? memory;

    internal JoinedPack(TensorPack[] packs) => this.packs = packs;

    /// <summary>The matrices.</summary>
    public Tensor Factor => memory ?? throw new InvalidOperationException("Pack comes first.");

    /// <inheritdoc/>
    public void Pack()
    {
        var first = 0L;
        memory ??= cat([.. packs.Select(pack => pack.Factor)], 0).DetachFromDisposeScope();
        foreach (var pack in packs)
        {
            using var rows = memory.narrow(0, first, pack.Factor.shape[0]);
            rows.copy_(pack.Factor);
            first += pack.Factor.shape[0];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => memory?.Dispose();
}
