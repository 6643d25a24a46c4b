using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>The random factors of a training step, as kernels see them; without keys there is no noise.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Noise
{
    private readonly ulong[]? keys;

    /// <summary>The noise of a batch.</summary>
    /// <param name="keys">For each row the key of its example, of <see cref="RandomNumbers.MaskWords"/>.</param>
    internal Noise(ulong[] keys) => this.keys = keys;
}
