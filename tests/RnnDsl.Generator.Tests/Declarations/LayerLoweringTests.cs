using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Declarations;

public sealed class LayerLoweringTests
{
    private const string Sine = """
        namespace N;

        [Layer]
        public partial class SineForecaster
        {
            Lstm<Value, Hidden> rnn;
            Dense<Hidden, Value> head;
            public Vec<Value> Forward(Seq<Value> window) => head.Apply(rnn.Scan(window).Last);
        }

        [Training(Optimizer = typeof(Sgd), LearningRate = 0.5f, BatchSize = 32)]
        public partial class SineTraining
        {
            SineForecaster model;
            Scalar Loss(Seq<Value> window, Vec<Value> next) => MeanSquaredError(model.Forward(window), next);
        }
        """;

    [Fact]
    public void Methods_of_children_become_calls() =>
        Assert.Equal(
            """
            graph Forward
              %0 window = input : Seq[Value]
              %1 = call rnn.Scan %0 : Seq[Hidden]
              %2 = last %1 : Vec[Hidden]
              %3 = call head.Apply %2 : Vec[Value]
            -> %3

            """,
            Lowering.Of("SineForecaster", Sine).Graph("Forward")
        );

    [Fact]
    public void Children_say_their_dims_in_the_terms_of_the_layer()
    {
        var children = Lowering.Of("SineForecaster", Sine).Definition.Children;
        Assert.Equal(["RnnDsl.Cells.Lstm`2", "RnnDsl.Layers.Dense`2"], children.Select(c => c.Definition));
        Assert.Equal([new NamedDim("Value"), new NamedDim("Hidden")], children[0].Dims);
        Assert.Equal([new NamedDim("Hidden"), new NamedDim("Value")], children[1].Dims);
        Assert.Equal("global::RnnDsl.Cells.Lstm<global::Value, global::Hidden>", children[0].Type);
    }

    [Fact]
    public void Dims_are_those_of_the_fields_in_order_of_first_use_with_their_defaults() =>
        Assert.Equal(
            [("Value", 1, "global::Value", "value"), ("Hidden", (int?)50, "global::Hidden", "hidden")],
            Lowering.Of("SineForecaster", Sine).Definition.Dims.Select(d => (d.Name, d.Default, d.Type, d.Argument))
        );

    [Fact]
    public void Definitions_of_other_assemblies_come_along_with_what_they_need()
    {
        Assert.Equal(
            ["RnnDsl.Cells.Lstm`2", "RnnDsl.Layers.Dense`2"],
            Lowering.Of("SineForecaster", Sine).External.Select(d => d.Id)
        );
        Assert.Equal(
            ["RnnDsl.Functions", "RnnDsl.Losses"],
            Lowering.Of("SineTraining", Sine).External.Select(d => d.Id)
        );
    }

    [Fact]
    public void A_training_has_its_options_its_model_and_the_dims_of_both()
    {
        var training = Lowering.Of("SineTraining", Sine);
        Assert.Equal(
            """
            graph Loss
              %0 window = input : Seq[Value]
              %1 next = input : Vec[Value]
              %2 = call model.Forward %0 : Vec[Value]
              %3 = call RnnDsl.Losses:MeanSquaredError(Vec[D],Vec[D]) %2 %1 : Scalar
            -> %3

            """,
            training.Graph("Loss")
        );
        Assert.Equal(new("global::RnnDsl.Training.Sgd", 0.5f, 32, null, null, "model"), training.Training);
        Assert.Equal(["Value", "Hidden"], training.Definition.Dims.Select(d => d.Name));
    }

    [Fact]
    public void A_method_on_vectors_can_be_called_with_sequences()
    {
        var layer = Lowering.Of(
            "Tagger",
            """
            [Layer]
            public partial class Scale
            {
                Vec<Value> w;
                public Vec<Value> Apply(Vec<Value> x) => w * x;
            }
            [Layer]
            public partial class Tagger
            {
                Scale scale;
                public Seq<Value> Forward(Seq<Value> xs) => scale.Apply(Twice(xs));
                public Vec<Value> Twice(Vec<Value> x) => x + x;
            }
            """
        );
        Assert.False(layer.HasErrors);
        Assert.Equal(
            """
            graph Forward
              %0 xs = input : Seq[Value]
              %1 = add %0 %0 : Seq[Value]
              %2 = call scale.Apply %1 : Seq[Value]
            -> %2

            """,
            layer.Graph("Forward")
        );
    }

    [Fact]
    public void Map_writes_its_function_on_the_whole_sequence()
    {
        var layer = Lowering.Of(
            "Each",
            """
            [Layer]
            public partial class Each
            {
                Dense<Value, Value> head;
                public Seq<Value> Forward(Seq<Value> xs)
                {
                    var last = xs.Last;
                    return xs.Map(x => x * last + Sum(x)).Map(head.Apply) + xs.Map(x => last);
                }
            }
            """
        );
        Assert.Equal(
            """
            graph Forward
              %0 xs = input : Seq[Value]
              %1 last = last %0 : Vec[Value]
              %2 = mul %0 %1 : Seq[Value]
              %3 = sum %0 : Seq[]
              %4 = add %2 %3 : Seq[Value]
              %5 = call head.Apply %4 : Seq[Value]
              %6 = spread %1 : Seq[Value]
              %7 = add %5 %6 : Seq[Value]
            -> %7

            """,
            layer.Graph("Forward")
        );
    }

    [Fact]
    public void Each_value_knows_the_number_of_the_syntax_that_it_comes_from()
    {
        var body = Lowering.Of("SineForecaster", Sine).Definition.Methods[0].Body;
        Assert.Equal([-1, 2, 1, 0], body.Nodes.Select(n => n.Origin));
    }
}
