using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>C17: data of a sample that the model knows nothing of: a weight, as a vector of one number or as a number.</summary>
public sealed partial class SampleDataTests
{
    private static readonly float[] X = [1, -2, 0.5f];
    private static readonly float[] W = [0.25f, 0.5f, -1];

    // w . x - y, with y = 1
    private const double Error = 0.25 - 1 - 0.5 - 1;

    [Fact]
    public void A_weight_as_a_vector_of_a_dim_that_the_model_has_not_got()
    {
        var training = new VectorWeighted(new Line());
        training.Parameters.Set("w", W);
        VectorWeighted.Sample[] samples =
        [
            new(X, new float[] { 1 }, new float[] { 3, 0.5f }),
            new(X, new float[] { 1 }, new float[] { -1, 2 }),
        ];

        // (3 + 0.5) e^2 and (-1 + 2) e^2
        Assert.Equal(4.5 * Error * Error / 2, training.Evaluate(samples), 1e-5);
        AssertGradient(4.5 / 2, training.Gradients(samples)["w"]);
    }

    [Fact]
    public void A_weight_as_a_number()
    {
        var training = new NumberWeighted(new Line());
        training.Parameters.Set("w", W);
        NumberWeighted.Sample[] samples = [new(X, new float[] { 1 }, 3.5f), new(X, new float[] { 1 }, -2)];

        Assert.Equal(1.5 * Error * Error / 2, training.Evaluate(samples), 1e-5);
        AssertGradient(1.5 / 2, training.Gradients(samples)["w"]);
    }

    [Fact]
    public void A_weight_that_is_no_number()
    {
        var training = new NumberWeighted(new Line());
        var error = Assert.Throws<ArgumentException>(() => training.TrainBatch([new(X, new float[] { 1 }, float.NaN)]));
        Assert.Contains("weight", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_goes_with_each_window()
    {
        var training = new WindowWeighted(new Line());
        training.Parameters.Set("w", W);
        var steps = Enumerable.Range(0, 5).SelectMany(_ => X).ToArray();

        // Five equal steps in windows of two, two and one: each has the mean of its steps.
        Assert.Equal(7 * Error * Error, training.Evaluate([new(steps, 7)]), 1e-4);
    }

    [Fact]
    public void Sizes_that_the_models_type_makes_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SquareTraining(new Map<Features, Features>(x: 3, y: 4)));
        _ = new SquareTraining(new Map<Features, Features>(x: 3, y: 3));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new JoinTraining(new Map<Cat<Few, Features>, Few>(x: 6, y: 2))
        );
        _ = new JoinTraining(new Map<Cat<Few, Features>, Few>(x: 5, y: 2));
    }

    private static void AssertGradient(double weight, ReadOnlySpan<float> gradient)
    {
        for (var i = 0; i < X.Length; i++)
        {
            Assert.Equal(2 * weight * Error * X[i], gradient[i], 1e-5);
        }
    }
}
