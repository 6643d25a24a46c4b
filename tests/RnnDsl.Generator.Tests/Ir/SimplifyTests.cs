using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Ir.Text;
using RnnDsl.Generator.Simplification;
using RnnDsl.Generator.Tests.Interpreter;

namespace RnnDsl.Generator.Tests.Ir;

public class SimplifyTests
{
    [Fact]
    public void The_last_step_of_a_state_is_its_final_value_and_its_history_is_not_kept() =>
        Expect(
            SampleGraphs.RnnOverTime,
            """
            graph Forward
              %0 xs = input : Seq[X]
              %1 rnn.Wxh = parameter : Mat[H,X]
              %2 rnn.Whh = parameter : Mat[H,H]
              %3 rnn.b = parameter : Vec[H]
              %4 = const 0 : Scalar
              %5 = fill %4 H : Vec[H]
              %6 = scan forward states=1 sequences=1 captures=3 stacked=0 summed=0 %5 %0 %1 %2 %3
                graph Step
                  %0 h = input : Vec[H]
                  %1 x = input : Vec[X]
                  %2 rnn.Wxh = input : Mat[H,X]
                  %3 rnn.Whh = input : Mat[H,H]
                  %4 rnn.b = input : Vec[H]
                  %5 = matvec %2 %1 : Vec[H]
                  %6 = matvec %3 %0 : Vec[H]
                  %7 = add %5 %6 : Vec[H]
                  %8 = add %7 %4 : Vec[H]
                  %9 h = tanh %8 : Vec[H]
                -> %9
              %7 h = result %6 0 : Vec[H]
            -> %7

            """
        );

    [Fact]
    public void In_a_loop_that_runs_backward_the_last_step_is_the_first_that_it_makes()
    {
        var text = SampleGraphs.RnnOverTime.Replace("forward", "reverse", StringComparison.Ordinal);
        Expect(text, text);
    }

    [Fact]
    public void Arithmetic_that_does_nothing_disappears() =>
        Expect(
            """
            graph G
              %0 x = input : Vec[H]
              %1 = const 1 : Scalar
              %2 = mul %1 %0 : Vec[H]
              %3 = const 0 : Scalar
              %4 = fill %3 H : Vec[H]
              %5 = add %2 %4 : Vec[H]
              %6 = neg %5 : Vec[H]
              %7 = neg %6 : Vec[H]
              %8 = div %7 %1 : Vec[H]
              %9 = const 2 : Scalar
              %10 = mul %9 %9 : Scalar
              %11 y = mul %8 %10 : Vec[H]
            -> %11
            """,
            """
            graph G
              %0 x = input : Vec[H]
              %1 = const 4 : Scalar
              %2 y = mul %0 %1 : Vec[H]
            -> %2

            """
        );

    [Fact]
    public void A_one_that_makes_a_vector_of_a_scalar_stays()
    {
        const string Text = """
            graph G
              %0 s = input : Scalar
              %1 = const 1 : Scalar
              %2 = fill %1 H : Vec[H]
              %3 = mul %0 %2 : Vec[H]
            -> %3

            """;
        Expect(Text, Text);
    }

    [Fact]
    public void Equal_values_are_computed_once_and_keep_the_name_that_one_has() =>
        Expect(
            """
            graph G
              %0 x = input : Vec[H]
              %1 y = input : Vec[H]
              %2 = mul %0 %1 : Vec[H]
              %3 p = mul %1 %0 : Vec[H]
              %4 = sub %2 %0 : Vec[H]
              %5 = sub %0 %3 : Vec[H]
              %6 = add %4 %5 : Vec[H]
            -> %6
            """,
            """
            graph G
              %0 x = input : Vec[H]
              %1 y = input : Vec[H]
              %2 p = mul %0 %1 : Vec[H]
              %3 = sub %2 %0 : Vec[H]
              %4 = sub %0 %2 : Vec[H]
              %5 = add %3 %4 : Vec[H]
            -> %5

            """
        );

    [Fact]
    public void A_loop_loses_the_states_captures_and_results_that_nothing_reads() =>
        Expect(
            """
            graph G
              %0 xs = input : Seq[H]
              %1 a = parameter : Vec[H]
              %2 b = parameter : Vec[H]
              %3 = scan forward states=2 sequences=2 captures=3 stacked=3 summed=1 %1 %2 %0 %0 %1 %1 %2
                graph Body
                  %0 s = input : Vec[H]
                  %1 unused = input : Vec[H]
                  %2 x = input : Vec[H]
                  %3 again = input : Vec[H]
                  %4 a = input : Vec[H]
                  %5 twice = input : Vec[H]
                  %6 b = input : Vec[H]
                  %7 = mul %0 %2 : Vec[H]
                  %8 = mul %0 %3 : Vec[H]
                  %9 = add %7 %4 : Vec[H]
                  %10 = add %8 %5 : Vec[H]
                  %11 = mul %1 %6 : Vec[H]
                -> %9 %11 %9 %10 %11 %6
              %4 = result %3 2 : Seq[H]
              %5 = result %3 3 : Seq[H]
              %6 = add %4 %5 : Seq[H]
            -> %6
            """,
            """
            graph G
              %0 xs = input : Seq[H]
              %1 a = parameter : Vec[H]
              %2 b = parameter : Vec[H]
              %3 = scan forward states=1 sequences=1 captures=1 stacked=1 summed=0 %1 %0 %1
                graph Body
                  %0 s = input : Vec[H]
                  %1 x = input : Vec[H]
                  %2 a = input : Vec[H]
                  %3 = mul %0 %1 : Vec[H]
                  %4 = add %3 %2 : Vec[H]
                -> %4 %4
              %4 = result %3 1 : Seq[H]
              %5 = add %4 %4 : Seq[H]
            -> %5

            """
        );

    [Fact]
    public void Random_graphs_compute_the_same_after_as_before_and_read_back_from_text()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var graph = new RandomGraphs(seed).Create();
            Verifier.Check(graph);
            Assert.Equal(graph, GraphText.Parse(GraphText.Print(graph)));

            var simple = Simplify.Apply(graph);
            Verifier.Check(simple);
            Assert.Equal(simple, Simplify.Apply(simple));
            Assert.Equal(graph.Inputs.Count(), simple.Inputs.Count());
            Assert.Equal(graph.Parameters.Count(), simple.Parameters.Count());
            foreach (var (before, after) in Run(graph).Zip(Run(simple)))
            {
                Assert.Equal(before.OverTime, after.OverTime);
                Assert.All(
                    before.Flatten().Zip(after.Flatten()),
                    pair => Assert.Equal(pair.First, pair.Second, 1e-9 * (1 + Math.Abs(pair.First)))
                );
            }
        }
    }

    private static IReadOnlyList<Value> Run(Graph graph)
    {
        var random = new Random(5);
        static int SizeOf(Dim dim) => dim.ToString() == "H" ? 3 : 2;
        var leaves = graph
            .Nodes.Where(node => node.Op == Ops.Input || node.Op == Ops.Parameter)
            .Select(node => Value.Create(node.Type, SizeOf, 4, (_, _) => random.NextDouble() - 0.5))
            .ToList();
        return new GraphInterpreter(SizeOf, 4).Run(graph, leaves);
    }

    private static void Expect(string before, string after)
    {
        var graph = GraphText.Parse(before);
        Verifier.Check(graph);
        var simple = Simplify.Apply(graph);
        Verifier.Check(simple);
        Assert.Equal(after, GraphText.Print(simple));
    }
}
