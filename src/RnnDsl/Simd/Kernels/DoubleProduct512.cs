using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>The products of <see cref="DoubleProduct"/> with 512-bit vectors: tiles of four rows and three vectors of columns.</summary>
internal static unsafe class DoubleProduct512
{
    private const int Rows = 4;
    private const int Vectors = 3;

    // The first products of a process run before the JIT would optimize their loop by itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(double* a, int aRow, int aDepth, double* b, double* c, int rows, int depth, int columns)
    {
        for (var row = 0; row < rows; row += Rows)
        {
            for (var column = 0; column < columns; column += Vectors * Vector512<double>.Count)
            {
                AddTile(a + (row * aRow), aRow, aDepth, b + column, c + (row * columns) + column, depth, columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTile(double* a, int aRow, int aDepth, double* b, double* c, int depth, int columns)
    {
        double* c1 = c + columns,
            c2 = c1 + columns,
            c3 = c2 + columns;
        var s00 = Load(c, 0);
        var s01 = Load(c, 1);
        var s02 = Load(c, 2);
        var s10 = Load(c1, 0);
        var s11 = Load(c1, 1);
        var s12 = Load(c1, 2);
        var s20 = Load(c2, 0);
        var s21 = Load(c2, 1);
        var s22 = Load(c2, 2);
        var s30 = Load(c3, 0);
        var s31 = Load(c3, 1);
        var s32 = Load(c3, 2);
        for (var k = 0; k < depth; k++)
        {
            var b0 = Load(b, 0);
            var b1 = Load(b, 1);
            var b2 = Load(b, 2);
            var factor = Vector512.Create(a[0]);
            s00 += factor * b0;
            s01 += factor * b1;
            s02 += factor * b2;
            factor = Vector512.Create(a[aRow]);
            s10 += factor * b0;
            s11 += factor * b1;
            s12 += factor * b2;
            factor = Vector512.Create(a[2 * aRow]);
            s20 += factor * b0;
            s21 += factor * b1;
            s22 += factor * b2;
            factor = Vector512.Create(a[3 * aRow]);
            s30 += factor * b0;
            s31 += factor * b1;
            s32 += factor * b2;
            a += aDepth;
            b += columns;
        }

        Store(c, s00, s01, s02);
        Store(c1, s10, s11, s12);
        Store(c2, s20, s21, s22);
        Store(c3, s30, s31, s32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(double* from, int vector) =>
        Vector512.Load(from + (vector * Vector512<double>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(double* to, Vector512<double> first, Vector512<double> second, Vector512<double> third)
    {
        first.Store(to);
        second.Store(to + Vector512<double>.Count);
        third.Store(to + (2 * Vector512<double>.Count));
    }
}
