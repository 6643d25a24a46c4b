namespace RnnDsl.Tests.Language;

public class SeqTests
{
    [Fact]
    public void Rows_of_an_array_are_the_steps()
    {
        float[] values = [1, 2, 3, 4, 5, 6];
        foreach (var xs in (Seq<In>[])[new(values, 2), new(values.AsMemory(), 2), new(values.AsSpan(), 2)])
        {
            Assert.Equal((3, 2), (xs.Length, xs.Width));
            Assert.Equal([3, 4], xs[1].ToArray());
            Assert.Equal([5, 6], xs.Last.ToArray());
        }
    }

    [Fact]
    public void Later_writes_to_the_array_do_not_reach_the_sequence()
    {
        double[] values = [1, 2];
        var xs = new Seq<In>(values, 1);
        values[0] = 9;
        Assert.Equal([1, 2], xs.ToArray());
    }

    [Fact]
    public void Map_visits_the_steps_in_the_order_of_time()
    {
        var sum = Vec<In>.Zero(1);
        var xs = new Seq<In>([1.0, 2, 3], width: 1);
        var sums = xs.Map(x => sum += x);
        Assert.Equal([1, 3, 6], sums.ToArray());
    }

    [Fact]
    public void Map_changes_the_dim()
    {
        var w = new Mat<State, In>(
            new double[,]
            {
                { 1 },
                { 2 },
            }
        );
        Seq<State> ys = new Seq<In>([1.0, 2], width: 1).Map(x => w * x);
        Assert.Equal([1, 2, 2, 4], ys.ToArray());
    }

    [Fact]
    public void Values_that_do_not_divide_into_steps_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Seq<In>([1f, 2, 3], width: 2));
        Assert.Contains("2 values a step; 3 values", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Seq<In>([1f], width: 0));
    }

    [Fact]
    public void Steps_of_different_lengths_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Seq<In>(new Vec<In>(1, 2), new Vec<In>(1)));
        Assert.Contains("step 1 is Vec<In>[1]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_sequence_has_no_last_step()
    {
        var empty = new Seq<In>(Array.Empty<float>(), width: 3);
        Assert.Equal(0, empty.Length);
        var error = Assert.Throws<InvalidOperationException>(() => empty.Last);
        Assert.Contains("Seq<In> has no steps", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => default(Seq<In>).Last);
        Assert.Throws<ArgumentOutOfRangeException>(() => empty[0]);
    }
}
