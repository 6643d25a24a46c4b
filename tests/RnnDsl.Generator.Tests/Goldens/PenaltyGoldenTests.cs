namespace RnnDsl.Generator.Tests.Goldens;

/// <summary>What each stage makes of penalties: one number for all rows, and a term of each matrix's gradient.</summary>
public class PenaltyGoldenTests
{
    [Fact]
    public Task L2() =>
        Verify(
            ReaderStages.Print(
                """
                SimpleRnn<Feature, Hidden> rnn;
                Dense<Hidden, Label> head;

                public Vec<Label> Forward(Seq<Feature> xs) => head.Apply(rnn.Scan(xs).Last);
                """,
                """
                Scalar Loss(Seq<Feature> xs, Token<Label> label) =>
                    CrossEntropy(model.Forward(xs), label) + 1e-4f * L2(model);
                """
            )
        );
}
