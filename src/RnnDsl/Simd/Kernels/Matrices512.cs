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
        where TEpilogue : struct, IEpilogueOfMatrix
    {
        if (columns % Padding.Floats == 0)
            RunWhole(share, lines, columns, epilogue);
        else
            RunRagged(share, lines, columns, epilogue);
    }

    // The equations are a copy: what is in a local is not changed by a store to a buffer. Lines that fill their vectors have a method to
    // themselves, since the JIT inlines only so much into one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunWhole<TEpilogue>(in Share share, int lines, int columns, TEpilogue equations)
        where TEpilogue : struct, IEpilogueOfMatrix
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
        {
            for (var line = 0; line < lines; line++)
                RunLine(ref equations, row, line, columns, isRagged: false);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunRagged<TEpilogue>(in Share share, int lines, int columns, TEpilogue equations)
        where TEpilogue : struct, IEpilogueOfMatrix
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
        {
            for (var line = 0; line < lines; line++)
                RunLine(ref equations, row, line, columns, isRagged: true);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunLine<TEpilogue>(ref TEpilogue equations, int row, int line, int columns, bool isRagged)
        where TEpilogue : struct, IEpilogueOfMatrix
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
            equations.Apply(row, line, column, at, Count(left, isRagged), ref a0, ref a1, ref a2, ref a3);
            if (Lanes < 16 && left > Lanes)
            {
                left -= Lanes;
                equations.Apply(
                    row,
                    line,
                    column + Lanes,
                    at + Lanes,
                    Count(left, isRagged),
                    ref b0,
                    ref b1,
                    ref b2,
                    ref b3
                );
            }

            if (Lanes < 8 && left > Lanes)
            {
                left -= Lanes;
                equations.Apply(row, line, column + 8, at + 8, Count(left, isRagged), ref c0, ref c1, ref c2, ref c3);
            }

            if (Lanes < 8 && left > Lanes)
                equations.Apply(
                    row,
                    line,
                    column + 12,
                    at + 12,
                    Count(left - Lanes, isRagged),
                    ref d0,
                    ref d1,
                    ref d2,
                    ref d3
                );
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Count(int left, bool isRagged) => isRagged ? Math.Min(left, Lanes) : Lanes;
}
