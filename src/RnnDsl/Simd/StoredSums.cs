using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RnnDsl.Simd;

/// <summary>The epilogue of a product whose sums are the result: it stores them.</summary>
/// <param name="result">The destination.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StoredSums(Rows result) : IEpilogue1
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TVector>(int row, int unit, TVector a0)
        where TVector : struct => result.Store(result.Index(row, unit), a0);
}
