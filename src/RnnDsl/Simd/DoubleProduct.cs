using RnnDsl.Simd.Kernels;

namespace RnnDsl.Simd;

/// <summary>
/// Products of matrices of doubles. The lanes of a vector are columns of the result, and each element of it is one sum in the
/// order of the depth, of which products and additions round one by one: the bits depend neither on the width of vectors nor on a
/// fused instruction.
/// </summary>
internal static unsafe class DoubleProduct
{
    /// <summary>The rows of a result are a multiple of it.</summary>
    public const int Rows = 4;

    /// <summary>The columns of a result are a multiple of it: three of the widest vectors.</summary>
    public const int Columns = 24;

    /// <summary>Adds the product of two matrices to a third: <c>c += a b</c>.</summary>
    /// <param name="a">The left one.</param>
    /// <param name="aRow">How far apart its rows are; with <paramref name="aDepth"/> it says whether it is transposed.</param>
    /// <param name="aDepth">How far apart the elements of a row are.</param>
    /// <param name="b">The right one, its rows <paramref name="columns"/> apart.</param>
    /// <param name="c">The result, its rows <paramref name="columns"/> apart.</param>
    /// <param name="rows">Rows of the result, a multiple of <see cref="Rows"/>.</param>
    /// <param name="depth">Terms of a sum.</param>
    /// <param name="columns">Columns of the result, a multiple of <see cref="Columns"/>.</param>
    public static void Add(double* a, int aRow, int aDepth, double* b, double* c, int rows, int depth, int columns)
    {
        if (Width.Is512)
        {
            DoubleProduct512.Add(a, aRow, aDepth, b, c, rows, depth, columns);
        }
        else if (Width.Is256)
        {
            DoubleProduct256.Add(a, aRow, aDepth, b, c, rows, depth, columns);
        }
        else
        {
            DoubleProduct128.Add(a, aRow, aDepth, b, c, rows, depth, columns);
        }
    }
}
