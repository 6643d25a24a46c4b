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

    /// <summary>The cell has a setting, the layer between passes it on by name, and a twin of it is frozen.</summary>
    [Fact]
    public void Settings_and_frozen_cells_pass_through_three_assemblies()
    {
        const string Cells = """
            namespace C;
            [Dim(2)] public readonly struct X1 : IDim;
            [Dim(3)] public readonly struct H1 : IDim;
            [Cell] public partial class Leaky<X, H> where X : IDim where H : IDim
            {
                readonly float rate = 0.25f;
                Mat<H, X> W;
                Mat<H, H> U;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x)
                {
                    h = (1 - rate) * h + rate * Tanh(W * x + U * h);
                    return h;
                }
            }
            """;
        const string Layers = """
            namespace L;
            [Layer] public partial class Pair<TFirst, TSecond, X, H>
                where TFirst : ICell<X, H>
                where TSecond : ICell<H, H>
                where X : IDim
                where H : IDim
            {
                [Frozen] TFirst first;
                [Count(2)] TSecond[] rest;
                public Seq<H> Apply(Seq<X> xs) => rest[0].Scan(first.Scan(xs)) - 2 * rest[1].Scan(first.Scan(xs));
            }
            """;
        const string App = """
            using C;
            using L;
            [Layer] public partial class Model
            {
                Pair<Leaky<X1, H1>, Leaky<H1, H1>, X1, H1> pair;
                public Vec<H1> Forward(Seq<X1> xs) => pair.Apply(xs).Last;
            }
            [Training] public partial class T
            {
                Model model;
                Scalar Loss(Seq<X1> s, Vec<H1> y) => MeanSquaredError(model.Forward(s), y);
            }
            """;
        var cells = Images.Compile("Cells", [Cells]);
        var layers = Images.Compile("Layers", [Layers], [cells]);
        using var apart = new LoadedAssemblies([cells, layers, Images.Compile("App", [App], [cells, layers])]);
        using var alone = new LoadedAssemblies([Images.Compile("All", [App, Layers, Cells])]);

        TrainedNet.AssertSameStep(alone, apart, "T");
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

    /// <summary>The interface is there, so that C# says nothing; the equations are not.</summary>
    [Fact]
    public void A_cell_of_an_assembly_without_definitions()
    {
        const string Old = """
            namespace A;
            [Dim(2)] public readonly struct Width : IDim;
            [Cell] public class Old : ICell<Width, Width>
            {
                public RnnDsl.Parameters.ParameterScope Scope => null!;
                public Seq<Width> Scan(Seq<Width> xs) => xs;
                public Vec<Width> Step(Vec<Width> x) => x;
            }
            """;
        const string App = """
            [Layer]
            public partial class Model
            {
                Bidirectional<A.Old, A.Width, A.Width> layer;
                public Seq<Cat<A.Width, A.Width>> Forward(Seq<A.Width> xs) => layer.Apply(xs);
            }
            """;
        var old = Images.Emit(Compilations.Of(Old).WithAssemblyName("Old"));

        var said = Assert.Single(Build.Of(Images.Project("App", [App], old)).AssertSound().Said);

        Assert.Equal("RNN021", said.Id);
        Assert.Contains("'Old' comes from 'Old'", said.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Constant] TCell [|cell|];", "RNN077")]
    [InlineData("[Init(Initializer.Zeros)] TCell [|cell|];", "RNN028")]
    [InlineData("[Count(2)] TCell [|cell|];", "RNN034")]
    public void An_attribute_that_an_open_cell_cannot_have(string field, string id) =>
        Diagnose.Beside(Open(field, "cell.Scan(xs)"), id);

    [Fact]
    public void An_array_of_open_cells_of_unknown_length() =>
        Diagnose.Beside(Open("TCell[] [|cells|];", "cells[0].Scan(xs)"), "RNN034");

    [Fact]
    public void A_frozen_cell_is_frozen_whichever_it_is()
    {
        var build = Build.Of(
            Own.Replace("TCell cell;", "[Frozen] TCell cell; Vec<H> b;", StringComparison.Ordinal)
                .Replace("2 * cell.Scan(xs)", "xs.Map(_ => b) + cell.Scan(xs)", StringComparison.Ordinal)
                + """
                [Layer]
                public partial class Model
                {
                    Over<Wide, X1, H1> layer;
                    public Vec<H1> Forward(Seq<X1> xs) => layer.Apply(xs).Last;
                }

                [Training] public partial class T
                {
                    Model model;
                    Scalar Loss(Seq<X1> s, Vec<H1> y) => MeanSquaredError(model.Forward(s), y);
                }
                """
        );

        Assert.True(build.AssertSound().Said.Count == 0, build.ToString());
        var training = string.Concat(
            build
                .Run.GeneratedSources.Where(s => s.HintName.Contains("T.", StringComparison.Ordinal))
                .Select(s => s.SourceText.ToString())
        );
        Assert.Contains("grad_layer_b", training, StringComparison.Ordinal);
        Assert.DoesNotContain("grad_layer_cell", training, StringComparison.Ordinal);
    }

    /// <summary>The constructor makes cells within layers within an array, each in a scope that has a name.</summary>
    [Theory]
    [InlineData("Inner")]
    [InlineData("Inner2")]
    public void Names_of_dims_are_free(string dim)
    {
        var build = Build.Of(
            Open("TCell cell;", "cell.Scan(xs)")
                + $$"""
                [Layer]
                public partial class Model<{{dim}}>
                    where {{dim}} : IDim
                {
                    [Count(2)] Over<Gru<{{dim}}, {{dim}}>, {{dim}}>[] layers;
                    public Seq<{{dim}}> Forward(Seq<{{dim}}> xs) => layers[0].Apply(layers[1].Apply(xs));
                }
                """
        );

        Assert.True(build.AssertSound().Said.Count == 0, build.ToString());
    }

    private static string Open(string field, string result) =>
        $$"""
            [Layer]
            public partial class Over<TCell, X>
                where TCell : ICell<X, X>
                where X : IDim
            {
                {{field}}
                public Seq<X> Apply(Seq<X> xs) => {{result}};
            }
            """;

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
