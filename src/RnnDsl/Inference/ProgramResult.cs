using System.ComponentModel;
using RnnDsl.Simd;

namespace RnnDsl.Inference;

/// <summary>Where a program leaves one of its results.</summary>
/// <param name="buffer">Holds the result of each row.</param>
/// <param name="slot">The slot of its first step.</param>
/// <param name="isSequence">Whether it is a sequence, with a slot for each step.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ProgramResult(RowBuffer buffer, int slot, bool isSequence)
{
    /// <summary>The number of elements of a step.</summary>
    internal int Width => buffer.Width;

    /// <summary>The number of elements in the result of a row.</summary>
    /// <param name="steps">The number of steps of the row.</param>
    internal int Length(int steps) => (isSequence ? steps : 1) * Width;

    /// <summary>Copies the result of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="destination">Exactly the room for it.</param>
    internal void Copy(int row, Span<float> destination)
    {
        for (var start = 0; start < destination.Length; start += Width)
            buffer.Row(slot + start / Width, row).CopyTo(destination[start..]);
    }
}
