using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RnnDsl.Parameters;

namespace RnnDsl.Simd;

/// <summary>The rows of a matrix that tokens pick, as kernels see them.</summary>
/// <remarks>
/// The user of a value keeps its memory alive; indices are checked in debug builds only, the tokens when they are loaded. The last
/// vector of a row may hold numbers of the next one.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct TableRows
{
    private readonly float* start;
    private readonly int stride;
    private readonly int count;

    internal TableRows(ParameterSlice matrix)
    {
        start = matrix.Pointer;
        stride = matrix.Stride;
        count = matrix.Rows;
    }

    /// <summary>A vector of units of a row.</summary>
    /// <param name="token">The row.</param>
    /// <param name="unit">The first of the units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Load<TVector>(int token, int unit)
        where TVector : struct => Unsafe.ReadUnaligned<TVector>(At(token, unit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float* At(int token, int unit)
    {
        Debug.Assert((uint)token < (uint)count, "The token lies outside of its vocabulary.");
        return start + (nint)token * stride + unit;
    }
}
