using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Language;

public class LossesTests
{
    [Fact]
    public void Mean_squared_and_absolute_errors_average_over_elements_and_steps()
    {
        var a = new Vec<In>(1, 2);
        var b = new Vec<In>(2, -1);
        Assert.Equal(5, MeanSquaredError(a, b).Value);
        Assert.Equal(2, MeanAbsoluteError(a, b).Value);
        Assert.Equal(2.5, MeanSquaredError(new Seq<In>(a, a), new Seq<In>(b, a)).Value);
        Assert.Equal(1, MeanAbsoluteError(new Seq<In>(a, a), new Seq<In>(b, a)).Value);
    }

    [Fact]
    public void Means_are_over_elements_or_over_time()
    {
        Assert.Equal(2, Mean(new Vec<In>(1, 2, 3)).Value);
        Assert.Equal([2, 3], Mean(new Seq<In>([1.0, 2, 3, 4], width: 2)).ToArray());
    }

    [Fact]
    public void Softmax_is_a_distribution_in_the_ratio_of_the_exponentials()
    {
        var p = Softmax(new Vec<In>(Math.Log(1), Math.Log(3), Math.Log(4)));
        Assert.Equal(0.125, p[0], 1e-15);
        Assert.Equal(0.375, p[1], 1e-15);
        Assert.Equal(0.5, p[2], 1e-15);
        Assert.Equal(Math.Log(0.375), LogSoftmax(new Vec<In>(Math.Log(1), Math.Log(3), Math.Log(4)))[1], 1e-15);
    }

    [Fact]
    public void Softmax_of_huge_logits_stays_finite()
    {
        Assert.Equal([0, 1], Softmax(new Vec<In>(-1e4, 1e4)).ToArray());
        Assert.Equal([-2e4, 0], LogSoftmax(new Vec<In>(-1e4, 1e4)).ToArray());
    }

    [Fact]
    public void Softmax_of_a_sequence_is_that_of_each_step()
    {
        var xs = new Seq<In>([1.0, 2, 5, 3], width: 2);
        Assert.Equal([.. Softmax(xs[0]).ToArray(), .. Softmax(xs[1]).ToArray()], Softmax(xs).ToArray());
        Assert.Equal([.. LogSoftmax(xs[0]).ToArray(), .. LogSoftmax(xs[1]).ToArray()], LogSoftmax(xs).ToArray());
    }

    [Fact]
    public void Cross_entropy_of_equal_logits_is_the_logarithm_of_the_number_of_classes()
    {
        var target = new Vec<In>(0, 1, 0, 0);
        Assert.Equal(Math.Log(4), CrossEntropy(Vec<In>.Zero(4), target).Value, 1e-15);

        // The second step is sure of the right class.
        var logits = new Seq<In>(Vec<In>.Zero(4), 1000 * target);
        Assert.Equal(Math.Log(4) / 2, CrossEntropy(logits, new Seq<In>(target, target)).Value, 1e-15);
    }

    [Fact]
    public void Binary_cross_entropy_is_that_of_the_probability()
    {
        // p = 0.8 for the logit log(4); a target of 1 costs -log(0.8), one of 0 costs -log(0.2).
        var logits = new Vec<In>(Math.Log(4), Math.Log(4));
        var target = new Vec<In>(1, 0);
        var expected = -(Math.Log(0.8) + Math.Log(0.2)) / 2;
        Assert.Equal(expected, BinaryCrossEntropy(logits, target).Value, 1e-15);
        Assert.Equal(
            expected,
            BinaryCrossEntropy(new Seq<In>(logits, logits), new Seq<In>(target, target)).Value,
            1e-15
        );
        Assert.Equal(5000, BinaryCrossEntropy(new Vec<In>(1e4, 1e4), target).Value);
    }
}
