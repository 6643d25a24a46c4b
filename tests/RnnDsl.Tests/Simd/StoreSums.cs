using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

/// <summary>The epilogue that writes each gate's sums into a buffer; without a gate it doubles the first buffer.</summary>
internal struct StoreSums(Rows[] gates) : IEpilogue0, IEpilogue1, IEpilogue2, IEpilogue3, IEpilogue4
{
    public int Calls;

    private readonly nint At(int row, int unit) => gates[0].Index(row, unit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply512(int row, int unit) => gates[0].Store(At(row, unit), gates[0].Load512(At(row, unit)) * 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply512(int row, int unit, Vector512<float> a0)
    {
        Calls++;
        gates[0].Store(At(row, unit), a0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply512(int row, int unit, Vector512<float> a0, Vector512<float> a1)
    {
        Apply512(row, unit, a0);
        gates[1].Store(At(row, unit), a1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply512(int row, int unit, Vector512<float> a0, Vector512<float> a1, Vector512<float> a2)
    {
        Apply512(row, unit, a0, a1);
        gates[2].Store(At(row, unit), a2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply512(
        int row,
        int unit,
        Vector512<float> a0,
        Vector512<float> a1,
        Vector512<float> a2,
        Vector512<float> a3
    )
    {
        Apply512(row, unit, a0, a1, a2);
        gates[3].Store(At(row, unit), a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply256(int row, int unit) => gates[0].Store(At(row, unit), gates[0].Load256(At(row, unit)) * 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply256(int row, int unit, Vector256<float> a0)
    {
        Calls++;
        gates[0].Store(At(row, unit), a0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply256(int row, int unit, Vector256<float> a0, Vector256<float> a1)
    {
        Apply256(row, unit, a0);
        gates[1].Store(At(row, unit), a1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply256(int row, int unit, Vector256<float> a0, Vector256<float> a1, Vector256<float> a2)
    {
        Apply256(row, unit, a0, a1);
        gates[2].Store(At(row, unit), a2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply256(
        int row,
        int unit,
        Vector256<float> a0,
        Vector256<float> a1,
        Vector256<float> a2,
        Vector256<float> a3
    )
    {
        Apply256(row, unit, a0, a1, a2);
        gates[3].Store(At(row, unit), a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply128(int row, int unit) => gates[0].Store(At(row, unit), gates[0].Load128(At(row, unit)) * 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply128(int row, int unit, Vector128<float> a0)
    {
        Calls++;
        gates[0].Store(At(row, unit), a0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply128(int row, int unit, Vector128<float> a0, Vector128<float> a1)
    {
        Apply128(row, unit, a0);
        gates[1].Store(At(row, unit), a1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply128(int row, int unit, Vector128<float> a0, Vector128<float> a1, Vector128<float> a2)
    {
        Apply128(row, unit, a0, a1);
        gates[2].Store(At(row, unit), a2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply128(
        int row,
        int unit,
        Vector128<float> a0,
        Vector128<float> a1,
        Vector128<float> a2,
        Vector128<float> a3
    )
    {
        Apply128(row, unit, a0, a1, a2);
        gates[3].Store(At(row, unit), a3);
    }
}
