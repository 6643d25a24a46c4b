using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RnnDsl.Parameters;

namespace RnnDsl.Simd;

/// <summary>The rows of a matrix that tokens pick, as kernels see them.</summary>
/// <remarks>
/// Whoever uses it keeps its memory alive; indices are checked in debug builds only, the tokens when they are loaded. The last
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

    /// <summary>16 units of a row.</summary>
    /// <param name="token">The row.</param>
    /// <param name="unit">The first of the units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Load512(int token, int unit) => Vector512.Load(At(token, unit));

    /// <summary>8 units of a row.</summary>
    /// <param name="token">The row.</param>
    /// <param name="unit">The first of the units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Load256(int token, int unit) => Vector256.Load(At(token, unit));

    /// <summary>4 units of a row.</summary>
    /// <param name="token">The row.</param>
    /// <param name="unit">The first of the units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Load128(int token, int unit) => Vector128.Load(At(token, unit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float* At(int token, int unit)
    {
        Debug.Assert((uint)token < (uint)count, "The token lies outside of its vocabulary.");
        return start + (nint)token * stride + unit;
    }
}
