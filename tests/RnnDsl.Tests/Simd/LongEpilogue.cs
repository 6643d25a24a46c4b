using System.Runtime.CompilerServices;
using RnnDsl.Simd;
using RnnDsl.Simd.Operators;

namespace RnnDsl.Tests.Simd;

/// <summary>An epilogue of more equations than any cell of the library has: 166 operators, 40 loads and 6 functions.</summary>
internal readonly struct LongEpilogue(Rows rows) : IEpilogue1
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TVector>(int row, int unit, TVector a0)
        where TVector : struct
    {
        var at = rows.Index(row, unit);
        var sum = -a0;
        sum = sum * a0 + 1.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 2.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 3.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 4.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 5.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 6.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 7.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 8.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 9.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 10.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 11.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 12.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 13.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 14.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 15.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 16.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 17.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 18.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 19.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 20.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 21.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 22.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 23.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 24.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 25.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 26.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 27.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 28.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 29.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 30.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 31.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 32.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 33.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 34.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 35.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 36.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 37.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 38.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 39.5f - rows.Load<TVector>(at) / sum;
        sum = sum * a0 + 40.5f - rows.Load<TVector>(at) / sum;
        sum = VectorMath.Tanh(sum) * a0;
        sum = VectorMath.Sigmoid(sum) * a0;
        sum = VectorMath.Exp(sum) * a0;
        sum = VectorMath.Log(sum) * a0;
        sum = VectorMath.Tanh(sum) * a0;
        sum = VectorMath.Sigmoid(sum) * a0;
        rows.Store(at, sum);
    }
}
