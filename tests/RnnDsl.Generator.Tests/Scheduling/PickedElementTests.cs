using System.Text.RegularExpressions;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Simplification;
using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Generator.Tests.Differentiation;
using RnnDsl.Generator.Tests.Interpreter;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>Sums of a vector times a mark, which read one element (T13).</summary>
public partial class PickedElementTests
{
    private static readonly NamedDim K = new("K");
    private static readonly NamedDim Y = new("Y");

    public static TheoryData<string> Values =>
        [
            "product",
            "of scalars",
            "twice",
            "negative mean",
            "over time",
            "same for all steps",
            "last",
            "mark",
            "bias",
            "weighted",
            "weighted steps",
        ];

    [Theory]
    [MemberData(nameof(Values))]
    public void It_is_the_sum(string value)
    {
        var sum = Loss(value);
        var element = PickedElements.Apply(sum);

        Assert.Contains(element.Nodes, node => node.Op == Ops.At);
        var differences = new FiniteDifferences(Scheduled.SizeOf, length: 3, seed: 5);
        var leaves = differences.RandomLeaves(sum);
        Assert.Equal(
            differences.Run(sum, leaves)[0].Flatten()[0],
            differences.Run(element, leaves)[0].Flatten()[0],
            1e-12
        );
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Its_gradient_is_that_of_finite_differences(string value)
    {
        var loss = PickedElements.Apply(Loss(value));

        FiniteDifferences.Check(loss, PassRuns.Differentiate(loss), length: 4);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void The_program_computes_what_the_graph_computes(string value)
    {
        var graph = PassRuns.Differentiate(PickedElements.Apply(Loss(value)));

        for (var steps = 1; steps <= 3; steps++)
        {
            Scheduled.Check(graph, Scheduled.Options, rows: 2, steps);
        }
    }

    /// <summary>
    /// Logits are exponentiated and become their own gradient: one buffer as long as the text and as wide as the vocabulary, where each
    /// value had its own.
    /// </summary>
    [Fact]
    public void A_cross_entropy_of_every_step_keeps_one_buffer_of_the_vocabulary()
    {
        var memory = Memory("Tokens<Word>", "", "Training.Memory");

        Assert.Equal((1, 1), (memory.Steps, memory.Rows));
    }

    /// <summary>With smoothed labels, with weights of classes (0 ignores one), and as the focal loss, written for each step.</summary>
    [Theory]
    [InlineData("SmoothedCrossEntropy(model.Forward(text), next, 0.1f)", "")]
    [InlineData("WeightedCrossEntropy(model.Forward(text), next, weights)", ", Vec<Word> weights")]
    [InlineData("NegativeLogLikelihood(LogSoftmax(model.Forward(text)), next)", "")]
    [InlineData("-Sum(Mean(OneHot(next) * LogSoftmax(model.Forward(text))))", "")]
    [InlineData("Length(text) * CrossEntropy(model.Forward(text), next)", "")]
    public void Its_variants_keep_two_at_most(string loss, string argument)
    {
        var memory = Memory("Tokens<Word>", "", "Training.Memory", loss, argument);

        Assert.InRange(memory.Steps, 1, 2);
        Assert.InRange(memory.Rows, 0, 4);
    }

    [Fact]
    public void A_cross_entropy_of_the_last_step_keeps_none()
    {
        var memory = Memory("Token<Word>", ".Last", "Training.Memory");

        Assert.Equal(0, memory.Steps);
        Assert.InRange(memory.Rows, 1, 3);
    }

    /// <summary>The logits, their exponentials and their gradient, where there were five: no mark is kept.</summary>
    [Fact]
    public void On_tensors_it_keeps_three()
    {
        var memory = Memory("Tokens<Word>", "", "Training.Torch");

        Assert.Equal((3, 1), (memory.Steps, memory.Rows));
    }

    /// <summary>How many buffers of the training are as wide as the vocabulary, with a slot for each step and with one.</summary>
    private static (int Steps, int Rows) Memory(
        string label,
        string last,
        string file,
        string loss = "CrossEntropy(model.Forward(text), next)",
        string argument = ""
    )
    {
        var text = Compilations
            .Run(
                new RnnGenerator(),
                $$"""
                namespace Reading;

                public readonly struct Word : IDim;

                [Dim(50)] public readonly struct Hidden : IDim;

                [Layer]
                public partial class Reader
                {
                    Embedding<Word, Hidden> words;
                    SimpleRnn<Hidden, Hidden> rnn;
                    Dense<Hidden, Word> head;

                    public {{(last.Length > 0 ? "Vec" : "Seq")}}<Word> Forward(Tokens<Word> text) =>
                        head.Apply(rnn.Scan(words.Apply(text)){{last}});
                }

                [Training]
                public partial class ReaderTraining
                {
                    Reader model;

                    Scalar Loss(Tokens<Word> text, {{label}} next{{argument}}) => {{loss}};
                }
                """,
                "namespace RnnDsl.Torch; class TensorMemory;"
            )
            .GetRunResult()
            .Results[0]
            .GeneratedSources.Where(source => source.HintName.Contains(file, StringComparison.Ordinal))
            .Select(source => source.SourceText.ToString())
            .Aggregate("", string.Concat);
        return (
            Buffers().Matches(text).Count(match => match.Groups[1].Value is "Steps" or "States"),
            Buffers().Matches(text).Count(match => match.Groups[1].Value is "One")
        );
    }

    [GeneratedRegex(@"BufferSlots\.(\w+), wordSize\)")]
    private static partial Regex Buffers();

    private static Graph Loss(string value)
    {
        var graph = new GraphBuilder("Picked");
        var x = new Formula(graph, graph.Input("x", TensorType.Seq(Y)));
        var word = new Formula(graph, graph.Input("word", TensorType.Token(K)));
        var words = new Formula(graph, graph.Input("words", TensorType.Tokens(K)));
        var other = new Formula(graph, graph.Input("other", TensorType.Token(K)));
        var w = new Formula(graph, graph.Parameter("W", TensorType.Mat(K, Y)));
        var b = new Formula(graph, graph.Parameter("b", TensorType.Vec(K)));
        var length = new Formula(graph, graph.Add(Ops.Length));
        var (mark, marks) = (word.Apply(Ops.OneHot), words.Apply(Ops.OneHot));
        var (vector, sequence) = ((w * x.Last()) + b, (w * x) + b);
        var result = value switch
        {
            "product" => (mark * vector).Sum(),
            "of scalars" => ((vector.Tanh() - vector.Sum()) * mark).Sum(),
            "twice" => (mark * vector.Tanh()).Sum() * (mark * vector.Tanh().Square()).Sum() * vector.Tanh().Sum(),
            "negative mean" => ((-(marks * sequence)).SumTime() / length).Sum(),
            "over time" => (marks * (sequence - sequence.Sum())).Sum().SumTime(),
            "same for all steps" => (mark * (sequence.Square() / vector.Square().Sum())).SumTime().Sum(),
            "last" => (marks.Last() * sequence.Last()).Sum(),
            "mark" => (mark * other.Apply(Ops.OneHot)).Sum() * (mark * vector).Sum(),
            "weighted" => (vector.Tanh() * (vector.Sum() * (mark * b))).Sum(),
            "weighted steps" => (-(marks * b * b.Square() * sequence)).SumTime().Sum() / length,
            "bias" => (marks * b.Square()).SumTime().Sum(),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No such value."),
        };
        return graph.Build(result.Square().Id);
    }
}
