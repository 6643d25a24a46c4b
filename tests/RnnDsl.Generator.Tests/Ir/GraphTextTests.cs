using System.Globalization;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Text;

namespace RnnDsl.Generator.Tests.Ir;

public class GraphTextTests
{
    [Fact]
    public void A_graph_with_a_scan_reads_back_to_the_text_it_was_printed_as() =>
        Assert.Equal(SampleGraphs.RnnOverTime, GraphText.Print(GraphText.Parse(SampleGraphs.RnnOverTime)));

    [Fact]
    public void A_graph_reads_back_equal()
    {
        var graph = new GraphBuilder("Loss");
        var x = graph.Input("x", TensorType.Vec(new NamedDim("H")));
        var y = graph.Add(Ops.Mul, x, graph.Const(0.1));
        var size = graph.Add(Ops.Size, [], node => node with { Dim = new FixedDim(3) });
        var call = graph.Add(
            new Node(Ops.Call, new([x, y]), TensorType.Scalar)
            {
                Callee = "RnnDsl.Losses:MeanSquaredError(Vec[D],Vec[D])",
            }
        );
        graph.SetName(y, "head.y");
        var built = graph.Build(call, size, y);
        Assert.Equal(built, GraphText.Parse(GraphText.Print(built)));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-1e-300)]
    [InlineData(1 / 3d)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_reads_back_to_the_last_bit_in_any_culture(double number)
    {
        var culture = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            var graph = new GraphBuilder("G");
            var built = graph.Build(graph.Const(number));
            var text = GraphText.Print(built);
            Assert.DoesNotContain(",", text);
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(number),
                BitConverter.DoubleToInt64Bits(GraphText.Parse(text)[0].Number)
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("graph G\n  %0 x = input : Vek[H]\n-> %0", "line 2: expected a type is Scalar")]
    [InlineData(
        "graph G\n  %0 x = cosine : Vec[H]\n-> %0",
        "line 2: expected an op of the table after '=': got '%0 x = cosine"
    )]
    [InlineData("graph G\n  %1 x = input : Vec[H]\n-> %0", "line 2: expected '%0' in a node")]
    [InlineData("graph G\n  %0 x = input : Vec[H]\n-> %3", "line 3: expected an earlier node (but there is '%3')")]
    [InlineData("graph G\n  %0 x = input : Vec[H] more\n-> %0", "line 2: expected nothing behind the node")]
    [InlineData("graph G\n  %0 x = input : Vec[H]", "expected '%1' in a node: got the end of the text")]
    [InlineData("", "expected 'graph' and its name: got the end of the text")]
    public void A_bad_text_is_refused_with_its_line(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => GraphText.Parse(text)).Message);
}
