using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>A state that the rows of a batch carry to the next batch, wherever its memory is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IStateRows
{
    /// <summary>Elements of a row.</summary>
    int Width { get; }

    /// <summary>Copies a row out.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="target"><see cref="Width"/> floats.</param>
    void ReadState(int row, Span<float> target);

    /// <summary>Replaces a row.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="source"><see cref="Width"/> floats.</param>
    void WriteState(int row, ReadOnlySpan<float> source);
}
