using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Tests.Ir;

namespace RnnDsl.Generator.Tests.Interpreter;

public class GraphInterpreterTests
{
    // The worked example: a sigmoid cell and a sigmoid output on three steps.
    private const string Worked = """
        graph Worked
          %0 xs = input : Seq[X]
          %1 Wxh = parameter : Mat[H,X]
          %2 Whh = parameter : Mat[H,H]
          %3 Who = parameter : Mat[Y,H]
          %4 = const 0 : Scalar
          %5 = fill %4 H : Vec[H]
          %6 = scan forward states=1 sequences=1 captures=2 stacked=1 summed=0 %5 %0 %1 %2
            graph Step
              %0 h = input : Vec[H]
              %1 x = input : Vec[X]
              %2 Wxh = input : Mat[H,X]
              %3 Whh = input : Mat[H,H]
              %4 = matvec %2 %1 : Vec[H]
              %5 = matvec %3 %0 : Vec[H]
              %6 = add %4 %5 : Vec[H]
              %7 h = sigmoid %6 : Vec[H]
            -> %7 %7
          %7 = result %6 1 : Seq[H]
          %8 = matvec %3 %7 : Seq[Y]
          %9 = sigmoid %8 : Seq[Y]
          %10 = result %6 0 : Vec[H]
        -> %7 %9 %10
        """;

    [Fact]
    public void The_worked_example_gives_its_published_numbers()
    {
        var graph = SampleGraphs.Parse(Worked);
        Verifier.Check(graph);
        var outputs = new GraphInterpreter(dim => dim.ToString() == "Y" ? 1 : 2, length: 3).Run(
            graph,
            name =>
                name switch
                {
                    "xs" => Value.Sequence([0.1, 0.2], [0.3, 0.4], [0.5, 0.6]),
                    "Wxh" => Value.Once(0.1, 0.2, 0.3, 0.4),
                    "Whh" => Value.Once(0.5, 0.6, 0.7, 0.8),
                    _ => Value.Once(0.9, 1),
                }
        );
        double[] h = [0.5124974, 0.5274723, 0.6643482, 0.73705663, 0.71998921, 0.80917973];
        Assert.All(h.Zip(outputs[0].Flatten()), pair => Assert.Equal(pair.First, pair.Second, 1e-7));
        Assert.All(
            new[] { 0.72883502, 0.79166154, 0.81109945 }.Zip(outputs[1].Flatten()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-7)
        );
        Assert.Equal(outputs[0].At(2), outputs[2].At(0));
    }

    [Theory]
    [InlineData("forward", new double[] { 1, 3, 6 }, 6)]
    [InlineData("reverse", new double[] { 6, 5, 3 }, 6)]
    public void A_running_sum_runs_in_the_direction_of_the_scan(string direction, double[] expected, double final)
    {
        var graph = SampleGraphs.Parse(
            $"""
            graph Sums
              %0 xs = input : Seq[]
              %1 = const 0 : Scalar
              %2 = scan {direction} states=1 sequences=1 captures=0 stacked=1 summed=1 %1 %0
                graph Step
                  %0 s = input : Scalar
                  %1 x = input : Scalar
                  %2 s = add %0 %1 : Scalar
                  %3 = mul %2 %1 : Scalar
                -> %2 %2 %3
              %3 = result %2 0 : Scalar
              %4 = result %2 1 : Seq[]
              %5 = result %2 2 : Scalar
            -> %3 %4 %5
            """
        );
        Verifier.Check(graph);
        var outputs = new GraphInterpreter(_ => 1, length: 3).Run(graph, [Value.Sequence([1], [2], [3])]);
        Assert.Equal(final, outputs[0].Number);
        Assert.Equal(expected, outputs[1].Flatten());
        Assert.Equal(expected[0] + (2 * expected[1]) + (3 * expected[2]), outputs[2].Number);
    }
}
