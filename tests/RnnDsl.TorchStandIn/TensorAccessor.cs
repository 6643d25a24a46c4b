using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A tensor's elements in row-major order, whatever its strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private torch.Tensor? tensor;

    internal TensorAccessor(torch.Tensor tensor) => this.tensor = tensor;

    public long Count => Own.NumberOfElements;

    private torch.Tensor Own => tensor ?? throw new ObjectDisposedException(nameof(TensorAccessor<>));

    /// <summary>An element by its index in each dim, or, of one index, by its place in row-major order.</summary>
    [SuppressMessage(
        "Design",
        "CA1043:Use integral or string argument for indexers",
        Justification = "As TorchSharp has it."
    )]
    public T this[params long[] indices]
    {
        get => Elements[Position(indices)];
        set => Elements[Position(indices)] = value;
    }

    private T[] Elements => (T[])Own.Values;

    public T[] ToArray() => (T[])RnnDsl.TorchStandIn.Kernels.Packed.Of(Own.Values, Own.Layout).Values;

    /// <summary>As many elements, from the one at <paramref name="tensorIndex"/> on, as there are and find place.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var positions = Own.Layout.Positions();
        while (arrayIndex < array.Length && tensorIndex < positions.Length)
            array[arrayIndex++] = Elements[positions[tensorIndex++]];
    }

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var positions = Own.Layout.Positions();
        while (arrayIndex < array.Length && tensorIndex < positions.Length)
            Elements[positions[tensorIndex++]] = array[arrayIndex++];
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lets go of the tensor, and does not dispose of it.</summary>
    public void Dispose() => tensor = null;

    private long Position(long[] indices)
    {
        var layout = Own.Layout;
        if (indices.Length == 1)
            return layout.Positions()[indices[0]];
        if (indices.Length != layout.Rank)
            throw new ArgumentException($"{indices.Length} indexes for {layout.Rank} dims.", nameof(indices));
        var position = layout.Offset;
        for (var i = 0; i < indices.Length; i++)
            position +=
                indices[i] < layout.Sizes[i]
                    ? indices[i] * layout.Strides[i]
                    : throw new ArgumentOutOfRangeException(nameof(indices));
        return position;
    }
}
