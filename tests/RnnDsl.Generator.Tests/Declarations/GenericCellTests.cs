using RnnDsl.Generator.Tests.Assemblies;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Layers that are generic over their cells.</summary>
public sealed class GenericCellTests
{
    private const string Own = """
        [Dim(2)] public readonly struct X1 : IDim;
        [Dim(3)] public readonly struct H1 : IDim;
        [Dim(4)] public readonly struct Inner : IDim;

        [Cell]
        public partial class Wide
        {
            Mat<Inner, X1> W;
            Mat<H1, Inner> V;
            Mat<Inner, Inner> U;
            [State] Vec<Inner> h;
            Vec<H1> Step(Vec<X1> x)
            {
                h = Tanh(W * x + U * h);
                return V * h;
            }
        }

        [Layer]
        public partial class Over<TCell, X, H>
            where TCell : ICell<X, H>
            where X : IDim
            where H : IDim
        {
            TCell cell;
            public Seq<H> Apply(Seq<X> xs) => 2 * cell.Scan(xs);
        }

        """;

    [Fact]
    public void A_cell_of_the_same_project_may_have_dims_that_the_layer_does_not_know()
    {
        var build = Build.Of(
            Own
                + """
                [Layer]
                public partial class Model
                {
                    Over<Wide, X1, H1> layer;
                    public Seq<H1> Forward(Seq<X1> xs) => layer.Apply(xs);
                }
                """
        );

        Assert.True(build.AssertSound().Said.Count == 0, build.ToString());
        Assert.True(build.Lives("Model"));
    }

    [Fact]
    public void Layers_and_cells_may_be_of_other_assemblies()
    {
        var layers = Images.Compile(
            "Layers",
            [
                Own.Split("[Layer]")[0].Replace("Wide", "Other", StringComparison.Ordinal)
                    + "[Layer]"
                    + Own.Split("[Layer]")[1],
            ]
        );
        const string App = """
            [Cell]
            public partial class Mine<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                Mat<H, H> U;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x)
                {
                    h = Tanh(W * x + U * h);
                    return h;
                }
            }

            [Layer]
            public partial class Model
            {
                Over<Mine<X1, H1>, X1, H1> mine;
                Over<Other, X1, H1> other;
                public Vec<H1> Forward(Seq<X1> xs) => (mine.Apply(xs) + other.Apply(xs)).Last;
            }

            [Training] public partial class T
            {
                Model model;
                Scalar Loss(Seq<X1> s, Vec<H1> y) => MeanSquaredError(model.Forward(s), y);
            }
            """;
        using var assemblies = new LoadedAssemblies([layers, Images.Compile("App", [App], [layers])]);

        var (loss, parameters) = TrainedNet.Run(assemblies, "T");

        Assert.True(float.IsFinite(loss) && loss > 0);
        Assert.Contains(parameters, value => value != 0);
    }

    /// <summary>C# says it, and the generated code says nothing more.</summary>
    [Theory]
    [InlineData("Over<Lstm<H1, H1>, X1, H1> layer;", "CS0311")]
    [InlineData("Over<Dense<X1, H1>, X1, H1> layer;", "CS0311")]
    public void A_cell_of_other_sizes(string field, string error)
    {
        var build = Build.Of(
            Own
                + $$"""
                [Layer]
                public partial class Model
                {
                    {{field}}
                    public Seq<H1> Forward(Seq<X1> xs) => layer.Apply(xs);
                }
                """
        );

        Assert.Contains(build.AssertSound().OfUser, d => d.Id == error);
    }

    [Fact]
    public Task A_class_that_only_looks_like_a_cell() =>
        Diagnose.Only(
            "RNN011",
            """
            public class Fake : ICell<Value, Value>
            {
                public RnnDsl.Parameters.ParameterScope Scope => null!;
                public Seq<Value> Scan(Seq<Value> xs) => xs;
            }

            [Layer]
            public partial class Model
            {
                [|Bidirectional<Fake, Value, Value>|] layer;
                public Seq<Cat<Value, Value>> Forward(Seq<Value> xs) => layer.Apply(xs);
            }
            """
        );

    [Fact]
    public void The_state_of_an_open_cell_is_unknown()
    {
        var build = Build.Of(
            """
            [Layer]
            public partial class Over<TCell, X>
                where TCell : ICell<X, X>
                where X : IDim
            {
                TCell cell;
                public Vec<X> Apply(Seq<X> xs) => cell.Final(xs).h;
            }
            """
        );

        Assert.Equal(["CS1061"], build.AssertSound().OfUser.Select(d => d.Id));
    }

    [Theory]
    [InlineData("newCell")]
    [InlineData("inner")]
    [InlineData("scope")]
    public void Names_of_arguments_are_free(string name)
    {
        var build = Build.Of(
            $$"""
            [Dim(2)] public readonly struct Value : IDim;
            [Layer]
            public partial class Over<TCell, X>
                where TCell : ICell<X, X>
                where X : IDim
            {
                TCell {{name}};
                [Count(2)] Bidirectional<TCell, X, X>[] both;
                public Seq<Cat<X, X>> Apply(Seq<X> xs) => both[0].Apply({{name}}.Scan(xs)) + both[1].Apply(xs);
            }

            [Layer]
            public partial class Model
            {
                [Count(2)] Over<Gru<Value, Value>, Value>[] {{name}};
                public Seq<Cat<Value, Value>> Forward(Seq<Value> xs) => {{name}}[0].Apply(xs) + {{name}}[1].Apply(xs);
            }
            """
        );

        Assert.True(build.AssertSound().Said.Count == 0, build.ToString());
        Assert.True(build.Lives("Model"));
    }
}
