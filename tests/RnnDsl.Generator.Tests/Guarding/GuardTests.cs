using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Guarding;
using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Generator.Tests.Declarations;

namespace RnnDsl.Generator.Tests.Guarding;

/// <summary>C2: an exception in any stage is one diagnostic at its class, and every other class keeps its code.</summary>
public sealed class GuardTests
{
    private const string Source = """
        [Cell]
        public partial class Rnn<X, H> where X : IDim where H : IDim
        {
            Mat<H, X> W;
            [State] Vec<H> h;
            Vec<H> Step(Vec<X> x) { h = Tanh(W * x + h); return h; }
        }
        [Layer]
        public partial class Bad
        {
            Rnn<Value, Hidden> rnn;
            Dense<Hidden, Value> head;
            public Vec<Value> Forward(Seq<Value> xs) => head.Apply(rnn.Scan(xs).Last);
        }
        [Layer]
        public partial class Good
        {
            Rnn<Value, Hidden> rnn;
            public Vec<Hidden> Forward(Seq<Value> xs) => rnn.Scan(xs).Last;
        }
        [Training]
        public partial class BadTraining
        {
            Bad model;
            Scalar Loss(Seq<Value> xs, Vec<Value> y) => MeanSquaredError(model.Forward(xs), y);
        }
        [Training]
        public partial class GoodTraining
        {
            Good model;
            Scalar Loss(Seq<Value> xs, Vec<Hidden> y) => MeanSquaredError(model.Forward(xs), y);
        }
        public static class App
        {
            public static void Run()
            {
                var bad = new Bad(value: 1, hidden: 2);
                float result = bad.Predict(new float[5]);
                bad.Stream().Push(new float[1]);
                var training = new BadTraining(bad) { BatchSize = 8 };
                training.Fit([new BadTraining.Sample(new float[5], new float[1])]);
                new GoodTraining(new Good()).Fit([new GoodTraining.Sample(new float[5], new float[50])]);
            }
        }
        """;

    public static TheoryData<PipelineStage> Stages =>
        [
            PipelineStage.Signatures,
            PipelineStage.Lowering,
            PipelineStage.Resolution,
            PipelineStage.Linking,
            PipelineStage.Scheduling,
            PipelineStage.Printing,
        ];

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_layer_in_which_a_stage_fails(PipelineStage stage)
    {
        var build = Plant(stage, "Bad");

        AssertOneDiagnostic(build, stage, "Bad");
        Assert.True(build.Lives("Rnn-2") && build.Lives("Good") && build.Lives("GoodTraining"));
        Assert.False(build.Lives("Bad"));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    [InlineData(PipelineStage.Differentiation)]
    public void A_training_in_which_a_stage_fails(PipelineStage stage)
    {
        var build = Plant(stage, "BadTraining");

        AssertOneDiagnostic(build, stage, "BadTraining");
        Assert.True(build.Lives("Bad") && build.Lives("Good") && build.Lives("GoodTraining"));
        Assert.False(build.Lives("BadTraining"));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_cell_in_which_a_stage_fails(PipelineStage stage)
    {
        var build = Plant(stage, "Rnn`2");

        AssertOneDiagnostic(build, stage, "Rnn");
    }

    [Fact]
    public void The_classes_behind_a_cell_that_has_only_no_program_of_its_own_keep_theirs()
    {
        var build = Plant(PipelineStage.Scheduling, "Rnn`2");

        Assert.True(build.Lives("Good") && build.Lives("GoodTraining"));
    }

    [Fact]
    public void A_report_that_fails_is_itself_reported() =>
        AssertOneDiagnostic(Plant(PipelineStage.Reporting, "Bad"), PipelineStage.Reporting, "Bad");

    [Fact]
    public void A_file_that_the_compiler_does_not_take()
    {
        var build = Plant(PipelineStage.Output, "Bad");

        Assert.Null(build.Run.Exception);
        Assert.Contains(
            "output",
            Assert.Single(build.Said, d => d.Id == "RNN042").GetMessage(null),
            StringComparison.Ordinal
        );
        Assert.True(build.Lives("Good") && build.Lives("GoodTraining") && build.Lives("BadTraining"));
    }

    [Fact]
    public void Two_failures_are_two_diagnostics()
    {
        using var _ = Guard.Plant(
            (stage, id) =>
            {
                if ((stage, id) is (PipelineStage.Scheduling, "Bad") or (PipelineStage.Printing, "GoodTraining"))
                {
                    throw new KeyNotFoundException(id);
                }
            }
        );
        var build = Build.Of(Source, Lowering.Dims);

        Assert.Equal(["RNN042", "RNN042"], build.Ids);
    }

    private static Build Plant(PipelineStage at, string bad)
    {
        using var _ = Guard.Plant(
            (stage, id) =>
            {
                if (stage == at && id == bad)
                {
                    throw new KeyNotFoundException("planted\nhere");
                }
            }
        );
        return Build.Of(Source, Lowering.Dims);
    }

    private static void AssertOneDiagnostic(Build build, PipelineStage stage, string name)
    {
        Assert.Null(build.Run.Exception);
        var said = Assert.Single(build.Said);
        Assert.Equal("RNN042", said.Id);
        Assert.StartsWith(
            $"'{name}' could not be compiled: the generator failed at its stage '{stage.ToString().ToLowerInvariant()}' with "
                + "KeyNotFoundException",
            said.GetMessage(null),
            StringComparison.Ordinal
        );
        Assert.Contains(": planted here. ", said.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(name, said.Location.SourceTree!.GetText().ToString(said.Location.SourceSpan));
    }
}
