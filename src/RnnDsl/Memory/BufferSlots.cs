using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>How many slots of [rows, width] a <see cref="RowBuffer"/> has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum BufferSlots
{
    /// <summary>One, whatever the index.</summary>
    One,

    /// <summary>One for each time step: T.</summary>
    Steps,

    /// <summary>A state before the first step and after each: T + 1.</summary>
    States,

    /// <summary>Two, selected by the parity of the index: a state whose history has no reader.</summary>
    Alternating,
}
