using System.Runtime.CompilerServices;
using RnnDsl.Simd;
using RnnDsl.Simd.Operators;

namespace RnnDsl.Tests.Simd;

/// <summary>The epilogue that writes each gate's sums into a buffer; without a gate it doubles the first buffer.</summary>
internal struct StoreSums(Rows[] gates) : IEpilogue0, IEpilogue1, IEpilogue2, IEpilogue3, IEpilogue4
{
    public int Calls;

    private readonly nint At(int row, int unit) => gates[0].Index(row, unit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TVector>(int row, int unit)
        where TVector : struct => gates[0].Store(At(row, unit), gates[0].Load<TVector>(At(row, unit)) * 2f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TVector>(int row, int unit, TVector a0)
        where TVector : struct
    {
        Calls++;
        gates[0].Store(At(row, unit), a0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TVector>(int row, int unit, TVector a0, TVector a1)
        where TVector : struct
    {
        Apply(row, unit, a0);
        gates[1].Store(At(row, unit), a1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TVector>(int row, int unit, TVector a0, TVector a1, TVector a2)
        where TVector : struct
    {
        Apply(row, unit, a0, a1);
        gates[2].Store(At(row, unit), a2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TVector>(int row, int unit, TVector a0, TVector a1, TVector a2, TVector a3)
        where TVector : struct
    {
        Apply(row, unit, a0, a1, a2);
        gates[3].Store(At(row, unit), a3);
    }
}
