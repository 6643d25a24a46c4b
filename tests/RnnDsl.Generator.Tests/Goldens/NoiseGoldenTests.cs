namespace RnnDsl.Generator.Tests.Goldens;

/// <summary>What each stage makes of noise: masks in the training's program, in both directions, and no trace in a stream.</summary>
public class NoiseGoldenTests
{
    [Fact]
    public Task Dropout() =>
        Verify(
            ReaderStages.Print(
                """
                SimpleRnn<Feature, Hidden> rnn;
                Dense<Hidden, Label> head;

                public Vec<Label> Forward(Seq<Feature> xs)
                {
                    var read = VariationalDropout(xs, 0.25f);
                    return head.Apply(Dropout(Max(Dropout(rnn.Scan(read), 0.5f)), 0.1f));
                }
                """,
                "Scalar Loss(Seq<Feature> xs, Token<Label> label) => CrossEntropy(model.Forward(xs), label);"
            )
        );
}
