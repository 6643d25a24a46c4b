using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Methods with several results.</summary>
public sealed class TupleResultTests
{
    private const string Dims =
        "[Dim(1)] public readonly struct Value : IDim; [Dim(3)] public readonly struct Hidden : IDim;";

    [Theory]
    [InlineData("public [|(Vec<Value>, float)|] Forward(Vec<Value> x) => (x, 1f);")]
    [InlineData("public [|(Vec<Value>, (Scalar, Scalar))|] Forward(Vec<Value> x) => (x, (Sum(x), Sum(x)));")]
    [InlineData("public [|(Vec<Value>, Token<Value>)|] Forward(Vec<Value> x, Token<Value> t) => (x, t);")]
    public Task A_result_that_no_caller_can_have(string method) =>
        Diagnose.Only("RNN026", "[Layer] public partial class Layer { " + method + " }");

    [Fact]
    public Task A_loss_has_one() =>
        Diagnose.Only(
            "RNN026",
            """
            [Layer] public partial class Model
            {
                Dense<Value, Value> head;
                public Vec<Value> Forward(Vec<Value> x) => head.Apply(x);
            }
            [Training] public partial class Training
            {
                Model model;
                [|(Scalar, Scalar)|] Loss(Vec<Value> x, Vec<Value> y)
                {
                    var d = model.Forward(x) - y;
                    return (Sum(d), Sum(d));
                }
            }
            """
        );

    [Theory]
    [InlineData("Vec<Value> [|ForwardResults|];", "Forward")]
    [InlineData("Vec<Value> [|ForwardStreamResults|];", "Forward")]
    [InlineData("Vec<Value> [|PredictOther|];", "Other")]
    [InlineData("Vec<Value> [|PredictOtherProgram|];", "Other")]
    public Task A_name_that_the_generator_needs(string field, string method) =>
        Diagnose.Only(
            "RNN031",
            $$"""
            [Layer] public partial class Layer
            {
                {{field}}
                public (Vec<Value> a, Vec<Value> b) Forward(Vec<Value> x) => (x, x + {{Name(field)}});
                public Vec<Value> {{(method == "Other" ? "Other" : "Another")}}(Vec<Value> x) => 2 * x;
            }
            """
        );

    [Fact]
    public void Names_of_results_are_free()
    {
        foreach (var name in new[] { "all", "values", "Prediction", "index", "field", "class", "results", "other2" })
        {
            var build = Build.Of(
                Dims
                    + $$"""
                    [Layer] public partial class Layer
                    {
                        Lstm<Value, Hidden> rnn;
                        public (Seq<Hidden> @{{name}}, Vec<Hidden> other) Forward(Seq<Value> xs)
                        {
                            var hs = rnn.Scan(xs);
                            return (hs, hs.Last);
                        }
                    }
                    """
            );

            Assert.True(build.AssertSound().Said.Count == 0, build.ToString());
            Assert.True(build.Lives("Layer"));
        }
    }

    [Fact]
    public void Results_of_a_layer_of_another_assembly_have_their_names()
    {
        var head = Images.Compile(
            "Heads",
            [
                """
                namespace A;
                [Layer] public partial class Head<X, Y> where X : IDim where Y : IDim
                {
                    Mat<Y, X> W;
                    public (Vec<Y> twice, Vec<X> same) Apply(Vec<X> x) => (2 * (W * x), x);
                }
                """,
            ]
        );

        var build = Build.Of(
            Compilations
                .Of(
                    Dims
                        + """
                        [Layer] public partial class Model
                        {
                            Lstm<Value, Hidden> rnn;
                            A.Head<Hidden, Value> head;
                            public (Vec<Value> end, Seq<Hidden> states) Forward(Seq<Value> xs)
                            {
                                var (twice, same) = head.Apply(rnn.Scan(xs));
                                return (twice.Last, same);
                            }
                        }
                        """
                )
                .AddReferences(MetadataReference.CreateFromImage(head))
        );

        Assert.True(build.AssertSound().Said.Count == 0, build.ToString());
        Assert.True(build.Lives("Model"));
    }

    private static string Name(string field) => field.Split('|')[1];
}
