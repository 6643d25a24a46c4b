using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;

namespace RnnDsl.Generator.Tests.Ir;

public class VerifierTests
{
    [Fact]
    public void A_good_graph_passes() => Verifier.Check(SampleGraphs.Parse(SampleGraphs.RnnOverTime));

    [Theory]
    [InlineData(
        "%9 h = tanh %8 : Vec[H]",
        "%9 h = tanh %8 : Vec[X]",
        "its type should be Vec[H]: %9 h = tanh %8 : Vec[X]"
    )]
    [InlineData("%7 = result %6 1 : Seq[H]", "%7 = result %6 2 : Seq[H]", "has results 0 to 1: got 2")]
    [InlineData("%7 = result %6 1 : Seq[H]", "%7 = result %5 1 : Seq[H]", "result needs a scan: got fill")]
    [InlineData("%8 = last %7 : Vec[H]", "%8 = neg %6 : Scalar", "a result picks one: %8 = neg %6")]
    [InlineData("%8 = last %7 : Vec[H]", "%8 = last %7 %7 : Vec[H]", "another number of operands: %8 = last")]
    [InlineData("%8 = last %7 : Vec[H]", "%8 y = input : Vec[H]", "come before all other nodes: %8 y = input")]
    [InlineData("%8 = last %7 : Vec[H]", "%8 = call f %7 : Vec[H]", "no call is left after linking: %8 = call f")]
    [InlineData("states=1", "states=2", "needs 6 inputs: got 5")]
    [InlineData("stacked=1", "stacked=2", "needs 3 outputs: got 2")]
    [InlineData("%5 %0 %1 %2 %3", "%5 %0 %1 %2", "needs 5 operands: got 4")]
    [InlineData("%5 %0 %1 %2 %3", "%5 %0 %2 %1 %3", "needs Mat[H,X] for operand 2 (rnn.Wxh): got Mat[H,H]")]
    public void A_broken_rule_is_reported_with_the_node(string good, string bad, string message)
    {
        Assert.Contains(good, SampleGraphs.RnnOverTime, StringComparison.Ordinal);
        var graph = SampleGraphs.Parse(SampleGraphs.RnnOverTime.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(message, Assert.Throws<InvalidOperationException>(() => Verifier.Check(graph)).Message);
    }
}
