using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Differentiation;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>Marks of tokens, which have no buffer, where a buffer is needed (W24, C18, C19).</summary>
public class MarkTests
{
    private static readonly NamedDim K = new("K");
    private static readonly NamedDim Y = new("Y");

    public static TheoryData<string> Values =>
        [
            "tanh of last",
            "last of tanh",
            "sum of marks",
            "mean of products",
            "every step and last",
            "last and mean",
            "first",
            "reversed",
            "spread",
            "largest",
        ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Each_use_of_a_mark_has_the_gradient_of_finite_differences(string value)
    {
        var loss = Loss(value);

        FiniteDifferences.Check(loss, PassRuns.Differentiate(loss), length: 4);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void The_program_computes_what_the_graph_computes(string value)
    {
        var graph = PassRuns.Differentiate(Loss(value));

        for (var steps = 1; steps <= 3; steps++)
        {
            Scheduled.Check(graph, Scheduled.Options, rows: 2, steps);
        }
    }

    /// <summary>How often each token comes is counted, step by step: marks of all steps would be as large as the vocabulary.</summary>
    [Fact]
    public void A_sum_of_marks_has_no_buffer_for_each_step()
    {
        var graph = PassRuns.Differentiate(Loss("sum of marks"));

        var program = PassRuns.PlanTraining(graph, Scheduled.Options);

        Assert.DoesNotContain(
            program.Buffers,
            buffer => buffer is { Kind: BufferKind.Steps or BufferKind.States, Width: NamedDim { Name: "K" } }
        );
    }

    private static Graph Loss(string value)
    {
        var graph = new GraphBuilder("Marks");
        var words = new Formula(graph, graph.Input("words", TensorType.Tokens(K)));
        var w = new Formula(graph, graph.Parameter("W", TensorType.Mat(Y, K)));
        var b = new Formula(graph, graph.Parameter("b", TensorType.Vec(Y)));
        var length = new Formula(graph, graph.Add(Ops.Length));
        var marks = words.Apply(Ops.OneHot);
        var result = value switch
        {
            "tanh of last" => ((w * marks.Last()) + b).Tanh(),
            "last of tanh" => ((w * marks) + b).Tanh().Last(),
            "sum of marks" => (w * marks.SumTime()) + b,
            "mean of products" => ((w * marks).SumTime() / length) + b,
            "every step and last" => ((w * marks) + (w * marks.Last()) + b).Square().SumTime(),
            "last and mean" => (w * (marks.Last() + (marks.SumTime() / length))) + b,
            "first" => (w * marks.Apply(Ops.Reverse).Last()) + b,
            "reversed" => (((w * marks.Apply(Ops.Reverse)) + b).Tanh() * (w * marks)).SumTime(),
            "spread" => ((w * marks.Last().Apply(Ops.Spread)) + (w * marks) + b).Square().SumTime(),
            "largest" => (w * marks).Apply(Ops.Max) * b * (w * marks).Last(),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No such value."),
        };
        var total = result.Square().Sum();
        return graph.Build((total.Type.OverTime ? total.SumTime() : total).Id);
    }
}
