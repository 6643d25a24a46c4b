using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// Equations on matrices with 512-bit vectors. A sum over a line has as many vectors as hold 16 numbers: <c>a</c>, then <c>b</c>, then
/// <c>c</c> and <c>d</c>.
/// </summary>
internal static class Matrices512
{
    private static int Lanes => Vector512<float>.Count;

    public static void Run<TEpilogue>(in Share share, int lines, int columns, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogueOfMatrix<TEpilogue>
    {
        if (columns % Padding.Floats == 0)
            RunWhole(share, lines, columns, epilogue);
        else
            RunRagged(share, lines, columns, epilogue);
    }

    // The equations are a copy: what is in a local is not changed by a store to a buffer. Lines that fill their vectors have a method to
    // themselves, since the JIT inlines only so much into one: inlined into their caller, they would call the equations.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunWhole<TEpilogue>(in Share share, int lines, int columns, TEpilogue equations)
        where TEpilogue : struct, IEpilogueOfMatrix<TEpilogue>
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
        {
            var ofRow = equations.OfRow(row);
            for (var line = 0; line < lines; line++)
                RunLine(ref ofRow, row, line, columns, isRagged: false);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunRagged<TEpilogue>(in Share share, int lines, int columns, TEpilogue equations)
        where TEpilogue : struct, IEpilogueOfMatrix<TEpilogue>
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
        {
            var ofRow = equations.OfRow(row);
            for (var line = 0; line < lines; line++)
                RunLine(ref ofRow, row, line, columns, isRagged: true);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunLine<TEpilogue>(ref TEpilogue equations, int row, int line, int columns, bool isRagged)
        where TEpilogue : struct, IEpilogueOfMatrix<TEpilogue>
    {
        Vector512<float> a0 = default,
            a1 = default,
            a2 = default,
            a3 = default;
        Vector512<float> b0 = default,
            b1 = default,
            b2 = default,
            b3 = default;
        Vector512<float> c0 = default,
            c1 = default,
            c2 = default,
            c3 = default;
        Vector512<float> d0 = default,
            d1 = default,
            d2 = default,
            d3 = default;
        var unit = line * columns;
        for (var column = 0; column < columns; column += Padding.Floats)
        {
            var at = unit + column;
            var left = isRagged ? columns - column : Padding.Floats;
            Apply(ref equations, row, line, column, at, left, isRagged, ref a0, ref a1, ref a2, ref a3);
            if (Lanes < 16 && left > Lanes)
            {
                var (next, rest) = (column + Lanes, left - Lanes);
                Apply(ref equations, row, line, next, unit + next, rest, isRagged, ref b0, ref b1, ref b2, ref b3);
            }

            if (Lanes < 8 && left > 8)
            {
                var (next, rest) = (column + 8, left - 8);
                Apply(ref equations, row, line, next, unit + next, rest, isRagged, ref c0, ref c1, ref c2, ref c3);
            }

            if (Lanes < 8 && left > 12)
            {
                var (next, rest) = (column + 12, left - 12);
                Apply(ref equations, row, line, next, unit + next, rest, isRagged, ref d0, ref d1, ref d2, ref d3);
            }
        }

        equations.EndLine(
            row,
            line,
            AnyVector.Halve(a0, b0, c0, d0),
            AnyVector.Halve(a1, b1, c1, d1),
            AnyVector.Halve(a2, b2, c2, d2),
            AnyVector.Halve(a3, b3, c3, d3)
        );
    }

    // Two calls, of which one is compiled: a constant count needs no branch in each load and store.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Apply<TEpilogue>(
        ref TEpilogue equations,
        int row,
        int line,
        int column,
        int at,
        int left,
        bool isRagged,
        ref Vector512<float> sum0,
        ref Vector512<float> sum1,
        ref Vector512<float> sum2,
        ref Vector512<float> sum3
    )
        where TEpilogue : struct, IEpilogueOfMatrix<TEpilogue>
    {
        if (isRagged)
            equations.Apply(row, line, column, at, Math.Min(left, Lanes), ref sum0, ref sum1, ref sum2, ref sum3);
        else
            equations.Apply(row, line, column, at, Lanes, ref sum0, ref sum1, ref sum2, ref sum3);
    }
}
