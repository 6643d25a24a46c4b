namespace RnnDsl.Tests.Language;

public class OperatorTests
{
    private static readonly Vec<In> A = new(1, -2, 4);
    private static readonly Vec<In> B = new(0.5, 4, -8);

    [Fact]
    public void Vectors_combine_element_by_element()
    {
        Assert.Equal([1.5, 2, -4], (A + B).ToArray());
        Assert.Equal([0.5, -6, 12], (A - B).ToArray());
        Assert.Equal([0.5, -8, -32], (A * B).ToArray());
        Assert.Equal([2, -0.5, -0.5], (A / B).ToArray());
        Assert.Equal([-1, 2, -4], (-A).ToArray());
    }

    [Fact]
    public void A_number_of_any_type_stands_for_every_element_on_either_side()
    {
        Assert.Equal([0, 3, -3], (1 - A).ToArray());
        Assert.Equal([0, -3, 3], (A - 1.0).ToArray());
        Assert.Equal([0.5, -1, 2], (0.5f * A).ToArray());
        Assert.Equal([3, 0, 6], (A + 2).ToArray());
        Assert.Equal([2, -1, 0.5], (2 / A).ToArray());
        Assert.Equal([0.25, -0.5, 1], (A / 4).ToArray());
    }

    [Fact]
    public void Scalars_compute_with_each_other_and_with_numbers()
    {
        Scalar s = 3;
        Assert.Equal(7, (1 + (2 * s)).Value);
        Assert.Equal(-1.5, (-s / 2).Value);
        Assert.Equal(0.5, (s - 2.5f).Value);
        Assert.Equal(3.0f, (float)s);
        Assert.Equal(3.0, (double)s);
    }

    [Fact]
    public void A_matrix_times_a_vector_is_the_product()
    {
        var w = new Mat<State, In>(
            new double[,]
            {
                { 1, 2, 3 },
                { 4, 5, 6 },
            }
        );
        Assert.Equal([9, 18], (w * A).ToArray());
    }

    [Fact]
    public void A_matrix_times_a_sequence_is_the_product_at_each_step()
    {
        var w = new Mat<State, In>([1.0, 2, 3, 4, 5, 6], rows: 2, columns: 3);
        var xs = new Seq<In>(A, B);
        var ys = w * xs;
        Assert.Equal((2, 2), (ys.Length, ys.Width));
        Assert.Equal([9, 18, -15.5, -26], ys.ToArray());
    }

    [Fact]
    public void Sequences_combine_step_by_step()
    {
        var xs = new Seq<In>(A, B);
        var ys = new Seq<In>(B, B);
        Assert.Equal([1.5, 2, -4, 1, 8, -16], (xs + ys).ToArray());
        Assert.Equal([0.5, -6, 12, 0, 0, 0], (xs - ys).ToArray());
        Assert.Equal([0.5, -8, -32, 0.25, 16, 64], (xs * ys).ToArray());
        Assert.Equal([2, -0.5, -0.5, 1, 1, 1], (xs / ys).ToArray());
        Assert.Equal([-1, 2, -4, -0.5, -4, 8], (-xs).ToArray());
    }

    [Fact]
    public void A_vector_beside_a_sequence_stands_for_every_step_on_either_side()
    {
        var xs = new Seq<In>(A, B);
        Assert.Equal([0, 0, 0, -0.5, 6, -12], (xs - A).ToArray());
        Assert.Equal([0, 0, 0, 0.5, -6, 12], (A - xs).ToArray());
        Assert.Equal([1, 1, 1, 0.5, -2, -2], (xs / A).ToArray());
        Assert.Equal([1, 1, 1, 2, -0.5, -0.5], (A / xs).ToArray());
    }

    [Fact]
    public void A_number_beside_a_sequence_stands_for_every_element_on_either_side()
    {
        var xs = new Seq<In>(A, B);
        Assert.Equal([0, 3, -3, 0.5, -3, 9], (1 - xs).ToArray());
        Assert.Equal([0.5, -1, 2, 0.25, 2, -4], (xs * 0.5).ToArray());
    }

    [Fact]
    public void Vectors_of_different_lengths_do_not_add()
    {
        var error = Assert.Throws<ArgumentException>(() => A + new Vec<In>(1, 2));
        Assert.Contains("Vec<In>[3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("Vec<In>[2]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_does_not_multiply_a_vector_that_is_too_long()
    {
        var w = new Mat<State, In>(
            new double[,]
            {
                { 1, 2 },
            }
        );
        var error = Assert.Throws<ArgumentException>(() => w * A);
        Assert.Contains("Mat<State, In>[1, 2]", error.Message, StringComparison.Ordinal);
        Assert.Contains("Vec<In>[3]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sequences_of_different_lengths_do_not_add()
    {
        var error = Assert.Throws<ArgumentException>(() => new Seq<In>(A, B) + new Seq<In>(A));
        Assert.Contains("2 steps of 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("1 steps of 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_no_constructor_filled_is_named_by_its_length_of_zero()
    {
        var error = Assert.Throws<ArgumentException>(() => default(Vec<In>) + A);
        Assert.Contains("Vec<In>[0]", error.Message, StringComparison.Ordinal);
    }
}
