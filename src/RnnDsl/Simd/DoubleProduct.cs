using RnnDsl.Simd.Kernels;

namespace RnnDsl.Simd;

/// <summary>
/// Products of matrices of doubles. The lanes of a vector are columns of the result, and each element of it is one sum in the
/// order of k, with products and additions rounded separately: the bits depend neither on the vector width nor on
/// fused instructions.
/// </summary>
internal static unsafe class DoubleProduct
{
    /// <summary>The row count of a result is a multiple of this.</summary>
    public const int Rows = 4;

    /// <summary>The column count of a result is a multiple of this: three of the widest vectors.</summary>
    public const int Columns = 24;

    /// <summary>Adds the product of two matrices to a third: <c>c += a b</c>.</summary>
    /// <param name="a">The left one.</param>
    /// <param name="aRow">The stride of its rows; with <paramref name="aDepth"/> it says whether it is transposed.</param>
    /// <param name="aDepth">The stride of the elements in a row.</param>
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
