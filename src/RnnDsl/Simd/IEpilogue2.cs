using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <summary>The equations that end a product of 2 gates. They run on registers, once for each vector of units of each row.</summary>
/// <remarks>
/// Implemented by a struct, one method for each width of the machine; each with <c>AggressiveInlining</c>, so that the sums
/// reach the equations in registers.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEpilogue2
{
    /// <summary>Computes 16 units of a row.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="unit">The first of the units; units beyond the width are padding, and may be written.</param>
    /// <param name="a0">The sums of products of gate 0.</param>
    /// <param name="a1">The sums of products of gate 1.</param>
    void Apply512(int row, int unit, Vector512<float> a0, Vector512<float> a1);

    /// <summary>Computes 8 units of a row.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="unit">The first of the units; units beyond the width are padding, and may be written.</param>
    /// <param name="a0">The sums of products of gate 0.</param>
    /// <param name="a1">The sums of products of gate 1.</param>
    void Apply256(int row, int unit, Vector256<float> a0, Vector256<float> a1);

    /// <summary>Computes 4 units of a row.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="unit">The first of the units; units beyond the width are padding, and may be written.</param>
    /// <param name="a0">The sums of products of gate 0.</param>
    /// <param name="a1">The sums of products of gate 1.</param>
    void Apply128(int row, int unit, Vector128<float> a0, Vector128<float> a1);
}
