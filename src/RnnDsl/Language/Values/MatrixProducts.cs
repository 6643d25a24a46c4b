namespace RnnDsl;

/// <summary>The product of two matrices, which has a dim of each.</summary>
public static class MatrixProducts
{
    extension<R, C, K>(Mat<R, C> matrix)
        where R : IDim
        where C : IDim
        where K : IDim
    {
        /// <summary>
        /// The product of two matrices. Of matrices that are parameters it is computed once, and multiplies as one: <c>W * V * x</c> is one
        /// product for each step, <c>W * (V * x)</c> two, which cost less where <typeparamref name="C"/> is small.
        /// </summary>
        /// <exception cref="ArgumentException">The first has not as many columns as the second has rows.</exception>
        public static Mat<R, K> operator *(Mat<R, C> left, Mat<C, K> right) =>
            left.Columns == right.Rows
                ? Mat<R, K>.Create(left.RowSize, right.ColumnSize, (row, column) => Element(left, right, row, column))
                : throw Shape.Mismatch("*", Shape.Of(left), Shape.Of(right));
    }

    private static double Element<R, C, K>(Mat<R, C> left, Mat<C, K> right, int row, int column)
        where R : IDim
        where C : IDim
        where K : IDim
    {
        var sum = 0.0;
        for (var k = 0; k < left.Columns; k++)
        {
            sum += left[row, k] * right[k, column];
        }

        return sum;
    }
}
