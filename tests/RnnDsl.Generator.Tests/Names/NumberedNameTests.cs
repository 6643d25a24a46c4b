using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Names;

/// <summary>Names of underscores and digits, of which no word is left to call a generated type after.</summary>
public sealed class NumberedNameTests
{
    [Theory]
    [InlineData("_")]
    [InlineData("__")]
    [InlineData("_1")]
    [InlineData("_1_2")]
    [InlineData("__1a")]
    [InlineData("a_1")]
    public void A_cell_a_parameter_a_local_and_an_argument_of_it(string name)
    {
        var build = Build
            .Of(
                $$"""
                [Dim(2)] public readonly struct A : IDim;
                [Cell] public partial class Rnn
                {
                    Mat<A, A> {{name}};
                    [State] Vec<A> h;
                    Vec<A> Step(Vec<A> x) { h = Tanh({{name}} * x + h); return h; }
                }
                [Cell] public partial class Other
                {
                    Mat<A, A> W;
                    [State] Vec<A> {{name}};
                    Vec<A> Step(Vec<A> x) { {{name}} = Tanh(W * x + {{name}}); return {{name}}; }
                }
                [Layer] public partial class Model
                {
                    Rnn {{name}};
                    Other other;
                    public Seq<A> Forward(Seq<A> xs) { var y = {{name}}.Scan(xs); return other.Scan(y); }
                }
                [Training] public partial class T
                {
                    Model model;
                    Scalar Loss(Seq<A> {{name}}, Seq<A> y) => MeanSquaredError(model.Forward({{name}}), y);
                }
                """
            )
            .AssertSound();

        Assert.Empty(build.Said);
        Assert.True(build.Lives("Model") && build.Lives("T"));
    }
}
