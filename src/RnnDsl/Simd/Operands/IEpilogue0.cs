using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>
/// An epilogue without a product: equations on every unit of every row. They run on registers, once for each vector of units of each row.
/// </summary>
/// <remarks>
/// Implemented by a struct, with <c>AggressiveInlining</c>, so that the sums reach the equations in registers. The vector is a plain
/// Vector512, Vector256 or Vector128 of floats, whose operators are in <see cref="Operators.VectorOperators"/>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEpilogue0
{
    /// <summary>Computes the units of a row that a vector holds.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="unit">The first of the units; units beyond the width are padding, and may be written.</param>
    void Apply<TVector>(int row, int unit)
        where TVector : struct;
}
