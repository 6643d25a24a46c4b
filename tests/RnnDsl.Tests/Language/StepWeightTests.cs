using RnnDsl.Tests.Nets.Declared;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Language;

/// <summary>Distributions over steps, weighted means and losses, against loops in double precision.</summary>
public sealed class StepWeightTests
{
    private static readonly double[] scores = [0.5, -1, 2, 0.25];
    private static readonly double[] weights = [1, 0, 0.5, 2];

    [Fact]
    public void A_softmax_over_the_steps_is_the_exponentials_over_their_sum()
    {
        var sum = scores.Sum(Math.Exp);

        AssertNear([.. scores.Select(x => Math.Exp(x) / sum)], Softmax(new Scalars(scores)));
        AssertNear([.. scores.Select(x => x - Math.Log(sum))], LogSoftmax(new Scalars(scores)));
        Assert.Equal(Math.Log(sum), LogSumExp(new Scalars(scores)).Value, 1e-12);
    }

    [Fact]
    public void A_mask_leaves_steps_out()
    {
        double[] mask = [1, 0, -0.5, 0];
        var sum = Math.Exp(0.5) + Math.Exp(2);

        AssertNear([Math.Exp(0.5) / sum, 0, Math.Exp(2) / sum, 0], Softmax(new Scalars(scores), new Scalars(mask)));
        AssertNear([0, 0, 0, 0], Softmax(new Scalars(scores), new Scalars(0.0, 0, 0, 0)));
        AssertNear([1, 0], Softmax(new Scalars(-3e38, 3e38), new Scalars(1.0, 0)));
        AssertNear([0, 1], Softmax(new Scalars(double.PositiveInfinity, 1), new Scalars(0.0, 1)));
    }

    [Fact]
    public void Large_scores_overflow_nothing()
    {
        AssertNear([0.5, 0.5, 0], Softmax(new Scalars(3e38, 3e38, -3e38)));
        Assert.Equal(1000 + Math.Log(2), LogSumExp(new Scalars(1000.0, 1000)).Value, 1e-9);
    }

    [Fact]
    public void A_weighted_mean_divides_by_the_sum_of_the_weights()
    {
        var expected = (0.5 + 0.5 * 2 + 2 * 0.25) / 3.5;
        var vectors = new Seq<Features>([.. scores.Select(x => new Vec<Features>(x, -2 * x))]);

        Assert.Equal(expected, Mean(new Scalars(scores), new Scalars(weights)).Value, 1e-12);
        Assert.Equal(
            [expected, -2 * expected],
            Mean(vectors, new Scalars(weights)).ToArray(),
            (a, b) => Math.Abs(a - b) < 1e-12
        );
        Assert.Equal(0, Mean(new Scalars(scores), new Scalars(0.0, 0, 0, 0)).Value);
    }

    [Fact]
    public void A_loss_of_weighted_steps_is_the_mean_of_those_that_count()
    {
        float[] prediction = [0.5f, -1, 2, 0.25f, 1, 1];
        float[] target = [1, 0, 0, 1, 0.5f, 0.25f];
        var (p, t) = (new Seq<Features>(prediction, 2), new Seq<Features>(target, 2));
        var labels = new Tokens<Features>([1, 0, 1], 2);
        var mask = new Scalars(1.0, 0, 3);
        var (first, last) = (OfStep(0), OfStep(2));

        Assert.Equal((Squared(0) + 3 * Squared(2)) / 4, MeanSquaredError(p, t, mask).Value, 1e-6);
        Assert.Equal((Absolute(0) + 3 * Absolute(2)) / 4, MeanAbsoluteError(p, t, mask).Value, 1e-6);
        Assert.Equal((Binary(0) + 3 * Binary(2)) / 4, BinaryCrossEntropy(p, t, mask).Value, 1e-6);
        Assert.Equal((first[1] + 3 * last[1]) / 4, CrossEntropy(p, labels, mask).Value, 1e-6);
        Assert.Equal((first[0] + 3 * (0.5 * last[0] + 0.25 * last[1])) / 4, CrossEntropy(p, t, mask).Value, 1e-6);
        Assert.Equal(0, CrossEntropy(p, labels, new Scalars(0.0, 0, 0)).Value);

        double Squared(int step) => Of(step, (a, b) => (a - b) * (a - b));
        double Absolute(int step) => Of(step, (a, b) => Math.Abs(a - b));
        double Binary(int step) => Of(step, (a, b) => Math.Log(1 + Math.Exp(a)) - a * b);
        double Of(int step, Func<double, double, double> loss) =>
            (loss(prediction[2 * step], target[2 * step]) + loss(prediction[2 * step + 1], target[2 * step + 1])) / 2;

        // The negative log-likelihood of each class at a step.
        double[] OfStep(int step)
        {
            double[] logits = [prediction[2 * step], prediction[2 * step + 1]];
            var sum = logits.Sum(Math.Exp);
            return [.. logits.Select(x => Math.Log(sum) - x)];
        }
    }

    private static void AssertNear(double[] expected, Scalars actual) =>
        Assert.Equal(expected, actual.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
}
