using System.Collections;
using System.Diagnostics.CodeAnalysis;
using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;

namespace TorchSharp.Utils;

/// <summary>A tensor's elements in row-major order, whatever its strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private torch.Tensor? tensor;

    internal TensorAccessor(torch.Tensor tensor) => this.tensor = tensor;

    public long Count => Own.NumberOfElements;

    private torch.Tensor Own => tensor ?? throw new ObjectDisposedException(nameof(TensorAccessor<>));

    /// <summary>
    /// An element by its index in each dim, or, of one index, by its place in row-major order. In TorchSharp what is set has an index
    /// in each dim.
    /// </summary>
    [SuppressMessage(
        "Design",
        "CA1043:Use integral or string argument for indexers",
        Justification = "As TorchSharp has it."
    )]
    public T this[params long[] indices]
    {
        get => Elements[indices.Length == 1 ? Own.Layout.Positions()[indices[0]] : Position(indices)];
        set => Elements[Position(indices)] = value;
    }

    private T[] Elements => (T[])Own.Values;

    /// <summary>All elements; of more than one dim there must be some.</summary>
    public T[] ToArray()
    {
        if (Own.Layout.Rank > 1)
            RequireElement(0);
        return (T[])Packed.Of(Own.Values, Own.Layout).Values;
    }

    /// <summary>
    /// As many elements, from the one at <paramref name="tensorIndex"/> on, as there are and find place. From there on TorchSharp
    /// follows the order of rows only in what is contiguous or has one dim.
    /// </summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var positions = From(tensorIndex);
        while (arrayIndex < array.Length && tensorIndex < positions.Length)
            array[arrayIndex++] = Elements[positions[tensorIndex++]];
    }

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var positions = From(tensorIndex);
        while (arrayIndex < array.Length && tensorIndex < positions.Length)
            Elements[positions[tensorIndex++]] = array[arrayIndex++];
    }

    public IEnumerator<T> GetEnumerator() => Own.Layout.Positions().Select(at => Elements[at]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lets go of the tensor, and does not dispose of it.</summary>
    public void Dispose() => tensor = null;

    private int[] From(long element)
    {
        RequireElement(element);
        var layout = Own.Layout;
        if (element > 0 && layout.Rank > 1 && !layout.IsContiguous)
            throw new NotSupportedException("TorchSharp loses count of the rows here: begin at element 0.");
        return layout.Positions();
    }

    private void RequireElement(long element)
    {
        if (element < 0 || element >= Count)
            throw new ArgumentOutOfRangeException(
                nameof(element),
                $"There is no element {element} of sizes {Own.Layout.Sizes.Text()}."
            );
    }

    [SuppressMessage("Usage", "MA0012:Do not raise reserved exception type", Justification = "As TorchSharp does.")]
    private long Position(long[] indices)
    {
        var layout = Own.Layout;
        if (indices.Length != layout.Rank)
            throw new ArgumentException($"{indices.Length} indexes for {layout.Rank} dims.", nameof(indices));
        var position = layout.Offset;
        for (var i = 0; i < indices.Length; i++)
            position +=
                indices[i] >= 0 && indices[i] < layout.Sizes[i]
                    ? indices[i] * layout.Strides[i]
                    : throw new IndexOutOfRangeException($"There is no {indices.Text()} in {layout.Sizes.Text()}.");
        return position;
    }
}
