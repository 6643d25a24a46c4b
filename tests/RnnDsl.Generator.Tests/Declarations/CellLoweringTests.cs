namespace RnnDsl.Generator.Tests.Declarations;

public sealed class CellLoweringTests
{
    [Fact]
    public void Step_becomes_a_graph_of_the_arguments_the_states_and_the_parameters()
    {
        var cell = Lowering.Of(
            "Rnn",
            """
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> Wxh;
                Mat<H, H> Whh;
                Vec<H> b;
                [State] Vec<H> h;

                Vec<H> Step(Vec<X> x)
                {
                    h = Tanh(Wxh * x + Whh * h + b);
                    return h;
                }
            }
            """
        );
        Assert.False(cell.HasErrors);
        Assert.Equal("", cell.Graph("Step"));
    }

    [Fact]
    public void Training()
    {
        var all = Lowering.All(
            """
            [Layer]
            public partial class SineForecaster
            {
                Lstm<Value, Hidden> rnn;
                Dense<Hidden, Value> head;
                public Vec<Value> Forward(Seq<Value> window) => head.Apply(rnn.Scan(window).Last);
            }
            [Training(Optimizer = typeof(Adam), LearningRate = 1e-3f, BatchSize = 32, Epochs = 200, ClipNorm = 1f)]
            public partial class SineTraining
            {
                SineForecaster model;
                Scalar Loss(Seq<Value> window, Vec<Value> next) => MeanSquaredError(model.Forward(window), next);
            }
            """, File.ReadAllText("/tmp/w/front/src/RnnDsl/Cells/Lstm.cs"), File.ReadAllText("/tmp/w/front/src/RnnDsl/Layers/Dense.cs"),
            File.ReadAllText("/tmp/w/front/src/RnnDsl/Losses.cs"), File.ReadAllText("/tmp/w/front/src/RnnDsl/Functions.cs")
        );
        Assert.Equal("", string.Join("\n", all.Select(d => d.ToString() + "\n" + string.Join("\n", d.Definition.Methods.Select(m => RnnDsl.Generator.Ir.GraphText.Print(m.Body) + string.Join("\n", m.Equations))))));
    }
}
