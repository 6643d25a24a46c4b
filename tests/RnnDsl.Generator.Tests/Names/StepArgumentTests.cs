using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Names;

/// <summary>The arguments of a step may have the names that its loop has for its own things.</summary>
public class StepArgumentTests
{
    [Theory]
    [InlineData("t", "from", "steps")]
    [InlineData("from", "steps2", "StepLoop")]
    [InlineData("Step", "Scan", "State")]
    [InlineData("@int", "steps", "Scalars")]
    public void A_cell_of_three_inputs_compiles(string x, string mask, string gap)
    {
        var build = Build.Of(
            $$"""
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W, V;
                Mat<H, H> U;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> {{x}}, Vec<X> {{mask}}, Scalar {{gap}})
                {
                    h = Tanh(W * {{x}} + V * {{mask}} + {{gap}} * (U * h));
                    return h;
                }
            }

            public readonly struct A : IDim;

            [Layer]
            public partial class Net
            {
                Rnn<A, A> cell;
                public Seq<A> Forward(Seq<A> xs, Scalars gaps) => cell.Scan(xs, xs, gaps, from: cell.Final(xs, xs, gaps));
            }
            """
        );

        Assert.Empty(build.Ids);
        Assert.True(build.Lives("Net"));
    }
}
