using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <summary>
/// Equations on every element of a matrix of each row of the batch. They know the element's line and column, so that they can read
/// vectors that are the same for a line or a column, and add up over either.
/// </summary>
/// <typeparam name="TSelf">The struct that implements it.</typeparam>
/// <remarks>Implemented by a struct, with <c>AggressiveInlining</c>, as <see cref="IEpilogue0"/> is: the sums are in registers.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEpilogueOfMatrix<TSelf>
    where TSelf : struct, IEpilogueOfMatrix<TSelf>
{
    /// <summary>
    /// The equations with the buffers of one row (<see cref="Rows.Of"/>), so that no element computes where the row begins.
    /// </summary>
    /// <param name="row">The row of the batch.</param>
    TSelf OfRow(int row);

    /// <summary>Computes elements of a line of a row's matrix.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="line">The line of the matrix.</param>
    /// <param name="column">The column of the first element.</param>
    /// <param name="unit">The place of the first element among those of the matrix.</param>
    /// <param name="count">How many lanes of a vector are elements of the line: all, or fewer at its end.</param>
    /// <param name="sum0">What is added up over the line.</param>
    /// <param name="sum1">A second sum.</param>
    /// <param name="sum2">A third sum.</param>
    /// <param name="sum3">A fourth sum.</param>
    void Apply<TVector>(
        int row,
        int line,
        int column,
        int unit,
        int count,
        ref TVector sum0,
        ref TVector sum1,
        ref TVector sum2,
        ref TVector sum3
    )
        where TVector : struct;

    /// <summary>Takes the sums of a line, after its last element: four partial sums each (<see cref="LineSum.Of"/>).</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="line">The line of the matrix.</param>
    /// <param name="sum0">The first sum.</param>
    /// <param name="sum1">The second sum.</param>
    /// <param name="sum2">The third sum.</param>
    /// <param name="sum3">The fourth sum.</param>
    void EndLine(
        int row,
        int line,
        Vector128<float> sum0,
        Vector128<float> sum1,
        Vector128<float> sum2,
        Vector128<float> sum3
    );
}
