using static RnnDsl.Equations;

namespace RnnDsl.Tests.Language;

public class MatrixTests
{
    private static readonly Mat<In, State> A = new(
        new double[,]
        {
            { 1, -2 },
            { 3, 0.5 },
            { 0, 4 },
        }
    );

    private static readonly Vec<In> Rows = new(2, -1, 0.5);
    private static readonly Vec<State> Columns = new(10, -1);

    [Fact]
    public void An_outer_product_has_a_row_for_each_element_of_the_first() =>
        Assert.Equal([20, -2, -10, 1, 5, -0.5], Outer(Rows, Columns).ToArray());

    [Fact]
    public void Rows_and_columns_are_scaled()
    {
        Assert.Equal([2, -4, -3, -0.5, 0, 2], ScaleRows(Rows, A).ToArray());
        Assert.Equal([10, 2, 30, -0.5, 0, -4], ScaleColumns(A, Columns).ToArray());
    }

    [Fact]
    public void Matrices_combine_element_by_element()
    {
        Assert.Equal([2, -4, 6, 1, 0, 8], (A + A).ToArray());
        Assert.Equal([0.5, -1, 1.5, 0.25, 0, 2], (A - 0.5f * A).ToArray());
        Assert.Equal([1, 4, 9, 0.25, 0, 16], Hadamard(A, A).ToArray());
        Assert.Equal([-0.5, 1, -1.5, -0.25, 0, -2], (-A / 2).ToArray());
        Assert.Equal([2, -1, 4, 1.5, 1, 5], (A + 1).ToArray());
        Assert.Equal([1, 2, 3, 0.5, 0, 4], Abs(A).ToArray());
        Assert.Equal([1, 0, 3, 0.5, 0, 4], Max(A, Mat<In, State>.Zero(3, 2)).ToArray());
    }

    [Fact]
    public void A_matrix_is_transposed()
    {
        Assert.Equal([1, 3, 0, -2, 0.5, 4], Transpose(A).ToArray());
        Assert.Equal([-1, -2.5], (Transpose(A) * Rows).ToArray());
        Assert.Equal([12, 29.5, -4], (A * Columns).ToArray());
    }

    [Fact]
    public void Two_matrices_have_a_product()
    {
        var product = A * Transpose(A);

        Assert.Equal([5, 2, -8, 2, 9.25, 2, -8, 2, 16], product.ToArray());
        Assert.Equal((A * (Transpose(A) * Rows)).ToArray(), (product * Rows).ToArray());
        Assert.Equal((product * Rows).ToArray(), (A * Transpose(A) * Rows).ToArray());
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_an_error()
    {
        Assert.Throws<ArgumentException>(() => A * Mat<State, In>.Zero(3, 3));
        Assert.Throws<ArgumentException>(() => A + Mat<In, State>.Zero(2, 3));
        Assert.Throws<ArgumentException>(() => ScaleRows(new Vec<In>(1.0), A));
        Assert.Throws<ArgumentException>(() => ScaleColumns(A, new Vec<State>(1.0)));
    }
}
