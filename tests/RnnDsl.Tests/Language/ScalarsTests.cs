using static RnnDsl.Equations;

namespace RnnDsl.Tests.Language;

/// <summary>A number for each step: its operators against the same arithmetic, written out.</summary>
public class ScalarsTests
{
    private static readonly Scalars A = new(1, -2, 4);
    private static readonly Scalars B = new(0.5, 4, -8);
    private static readonly Seq<In> Xs = new([1, 2, 3, 4, 5, 6], width: 2);

    [Fact]
    public void They_combine_step_by_step()
    {
        Assert.Equal([1.5, 2, -4], (A + B).ToArray());
        Assert.Equal([0.5, -6, 12], (A - B).ToArray());
        Assert.Equal([0.5, -8, -32], (A * B).ToArray());
        Assert.Equal([2, -0.5, -0.5], (A / B).ToArray());
        Assert.Equal([-1, 2, -4], (-A).ToArray());
        Assert.Equal([1, 4, 4], Max(A, B).ToArray());
        Assert.Equal([1, 4, 16], Square(A).ToArray());
    }

    [Fact]
    public void A_number_goes_with_every_step_on_either_side()
    {
        Assert.Equal([0, 3, -3], (1 - A).ToArray());
        Assert.Equal([0.5, -1, 2], (A / 2.0).ToArray());
        Assert.Equal([2, 2, 4], Max(2, A).ToArray());
    }

    [Fact]
    public void The_number_of_a_step_goes_with_each_of_its_elements()
    {
        Assert.Equal([1, 2, -6, -8, 20, 24], (A * Xs).ToArray());
        Assert.Equal([0, 1, 5, 6, 1, 2], (Xs - A).ToArray());
        Assert.Equal([1, 0.5, -2.0 / 3, -0.5, 0.8, 4.0 / 6], (A / Xs).ToArray());
    }

    [Fact]
    public void A_vector_becomes_one_for_each_step()
    {
        var v = new Vec<In>(10, 20);
        Assert.Equal([10, 20, -20, -40, 40, 80], (A * v).ToArray());
        Assert.Equal([9, 19, 12, 22, 6, 16], (v - A).ToArray());
    }

    [Fact]
    public void Functions_of_steps_give_numbers_and_vectors()
    {
        Assert.Equal([3, 7, 11], Xs.Map(x => Sum(x)).ToArray());
        Assert.Equal([1, 3, 0], new Tokens<In>([1, 3, 0], 4).Map(word => word.Index).ToArray());
        Assert.Equal([2, -1, 5], A.Map(a => a + 1).ToArray());
        Assert.Equal([1, 1, -2, -2, 4, 4], A.Map(a => a * new Vec<In>(1, 1)).ToArray());
    }

    [Fact]
    public void Reductions_are_over_the_steps()
    {
        Assert.Equal(3, Sum(A).Value);
        Assert.Equal(4, Max(A).Value);
        Assert.Equal(4, A.Last.Value);
        Assert.Equal(3, Length(A).Value);
        Assert.Equal(1, Functions.Mean(A).Value);
        Assert.Equal([4, -2, 1], Reverse(A).ToArray());
        Assert.Equal(-2, A[1].Value);
    }

    [Fact]
    public void Lengths_that_differ_are_an_error_that_names_both()
    {
        var shorter = new Scalars(1, 2);
        Assert.Contains(
            "+ between Scalars[3 steps] and Scalars[2 steps]",
            Assert.Throws<ArgumentException>(() => A + shorter).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Seq<In>[3 steps of 2] and Scalars[2 steps]",
            Assert.Throws<ArgumentException>(() => shorter * Xs).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => shorter[2]);
    }

    [Fact]
    public void None_has_no_last_sum_or_largest()
    {
        Assert.Equal(0, default(Scalars).Length);
        Assert.Empty(default(Scalars).ToArray());
        Assert.Empty((-default(Scalars)).ToArray());
        Assert.Throws<InvalidOperationException>(() => default(Scalars).Last);
        Assert.Throws<InvalidOperationException>(() => Sum(default(Scalars)));
        Assert.Throws<InvalidOperationException>(() => Max(default(Scalars)));
    }

    [Fact]
    public void Text_shows_the_shape_and_the_first_numbers() =>
        Assert.Equal("Scalars[3 steps] (1, -2, 4)", A.ToString());
}
