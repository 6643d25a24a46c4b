namespace RnnDsl;

public static partial class Equations
{
    /// <summary>
    /// The matrix of all products of an element of one vector with one of another, <c>v kᵀ</c>: what a memory of values by keys adds in a
    /// step (Beck et al. 2024, "xLSTM: extended long short-term memory", section 2.3).
    /// </summary>
    /// <param name="v">Its elements go with the rows.</param>
    /// <param name="k">Its elements go with the columns.</param>
    public static Mat<R, C> Outer<R, C>(Vec<R> v, Vec<C> k)
        where R : IDim
        where C : IDim => Mat<R, C>.Create(v.Size, k.Size, (row, column) => v[row] * k[column]);

    /// <summary>Each row of a matrix, times the element of a vector that goes with it: <c>diag(f) C</c>.</summary>
    /// <param name="f">An element for each row.</param>
    /// <param name="matrix">The matrix.</param>
    /// <exception cref="ArgumentException">The vector's length is not the number of rows.</exception>
    public static Mat<R, C> ScaleRows<R, C>(Vec<R> f, Mat<R, C> matrix)
        where R : IDim
        where C : IDim =>
        f.Length == matrix.Rows
            ? Mat<R, C>.Create(matrix.RowSize, matrix.ColumnSize, (row, column) => f[row] * matrix[row, column])
            : throw Shape.Mismatch("ScaleRows", Shape.Of(f), Shape.Of(matrix));

    /// <summary>Each column of a matrix, times the element of a vector that goes with it: <c>C diag(g)</c>.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="g">An element for each column.</param>
    /// <exception cref="ArgumentException">The vector's length is not the number of columns.</exception>
    public static Mat<R, C> ScaleColumns<R, C>(Mat<R, C> matrix, Vec<C> g)
        where R : IDim
        where C : IDim =>
        g.Length == matrix.Columns
            ? Mat<R, C>.Create(matrix.RowSize, matrix.ColumnSize, (row, column) => matrix[row, column] * g[column])
            : throw Shape.Mismatch("ScaleColumns", Shape.Of(matrix), Shape.Of(g));

    /// <summary>The product of two matrices, element by element. (<c>*</c> is the product of a matrix and a vector.)</summary>
    /// <exception cref="ArgumentException">The matrices have different sizes.</exception>
    public static Mat<R, C> Hadamard<R, C>(Mat<R, C> a, Mat<R, C> b)
        where R : IDim
        where C : IDim => a.Zip(b, "Hadamard", static (x, y) => x * y);

    /// <summary>The matrix with rows and columns exchanged: <c>Transpose(C) * k</c>.</summary>
    public static Mat<C, R> Transpose<R, C>(Mat<R, C> matrix)
        where R : IDim
        where C : IDim => Mat<C, R>.Create(matrix.ColumnSize, matrix.RowSize, (row, column) => matrix[column, row]);
}
