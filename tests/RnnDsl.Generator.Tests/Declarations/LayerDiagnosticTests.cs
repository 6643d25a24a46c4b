namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Each error of a layer, a training or a class of functions: one diagnostic, at the token, and no other.</summary>
public sealed class LayerDiagnosticTests
{
    private const string Model = """
        [Layer]
        public partial class Model
        {
            Dense<Value, Value> head;
            public Vec<Value> Forward(Seq<Value> window) => head.Apply(window.Last);
        }

        """;

    [Fact]
    public Task Layers_trainings_and_functions_without_errors_compile_in_silence() =>
        Diagnose.Nothing(
            Model
                + """
                [Layer]
                public partial class Encoder
                {
                    Lstm<Value, Hidden> rnn;
                    Dense<Hidden, Value> head;
                    public Seq<Value> Forward(Seq<Value> window) => head.Apply(rnn.Scan(window));
                    public override string ToString() => "encoder";
                }
                [Functions]
                public static partial class More
                {
                    public static Vec<D> Swish<D>(Vec<D> x) where D : IDim => x * Sigmoid(x);
                }
                [Training]
                public partial class ModelTraining
                {
                    Model model;
                    Scalar Loss(Seq<Value> window, Vec<Value> next) => Sum(Square(More.Swish(model.Forward(window)) - next));
                }
                """
        );

    [Fact]
    public Task Two_methods_that_Predict_could_run() =>
        Diagnose.Only(
            "RNN015",
            """
            [Layer]
            public partial class Two
            {
                Dense<Value, Value> head;
                public Vec<Value> Once(Vec<Value> x) => head.Apply(x);
                public Vec<Value> [|Twice|](Vec<Value> x) => head.Apply(head.Apply(x));
            }
            """
        );

    [Theory]
    [InlineData("var p = rnn.[|Parameters|];")]
    [InlineData("var s = rnn.[|Stream|]();")]
    public Task A_generated_member_of_a_child(string statement) =>
        Diagnose.Only(
            "RNN016",
            $$"""
            [Layer]
            public partial class Outer
            {
                Lstm<Value, Hidden> rnn;
                public Seq<Hidden> Forward(Seq<Value> x) { {{statement}} return rnn.Scan(x); }
            }
            """
        );

    [Fact]
    public Task A_layer_without_a_public_method() =>
        Diagnose.Only(
            "RNN022",
            """
            [Layer]
            public partial class [|Empty|]
            {
                Dense<Value, Value> head;
                Vec<Value> Once(Vec<Value> x) => head.Apply(x);
            }
            """
        );

    [Fact]
    public Task A_layer_that_holds_itself() =>
        Diagnose.Only(
            "RNN023",
            """
            [Layer]
            public partial class Loop
            {
                [|Loop|] inner;
                public Vec<Value> Forward(Vec<Value> x) => inner.Forward(x);
            }
            """
        );

    [Fact]
    public async Task Layers_that_hold_each_other()
    {
        var all = await Diagnose.All(
            """
            [Layer]
            public partial class A
            {
                B b;
                public Vec<Value> Forward(Vec<Value> x) => b.Forward(x);
            }
            [Layer]
            public partial class B
            {
                A a;
                public Vec<Value> Forward(Vec<Value> x) => a.Forward(x);
            }
            """
        );
        Assert.Equal(["RNN023", "RNN023"], all.Select(d => d.Id));
    }

    [Theory]
    [InlineData("public Vec<Value> Forward(Seq<Value> xs, [|int|] n) => head.Apply(xs.Last);")]
    [InlineData("public Vec<Value> Forward(Seq<Value> xs, [|Mat<Value, Value>|] n) => head.Apply(xs.Last);")]
    [InlineData("public Vec<Value> Forward(Seq<Value> xs, [|double|] n) => head.Apply(xs.Last);")]
    [InlineData("public Vec<Value> [|Forward|]() => head.Apply(default(Vec<Value>));")]
    [InlineData("public [|void|] Forward(Seq<Value> xs) { }")]
    [InlineData("public Vec<D> [|Forward|]<D>(Vec<D> x) where D : IDim => x;")]
    public Task A_method_with_other_types(string method) =>
        Diagnose.Only("RNN026", "[Layer] public partial class Layer { Dense<Value, Value> head; " + method + " }");

    [Theory]
    [InlineData("xs.Map(x => x * Sum(Sum([|xs|])))")]
    [InlineData("xs.Map(x => x * Sum(xs.[|Map|](y => y * x).Last))")]
    public Task A_sequence_inside_Map(string result) =>
        Diagnose.Only(
            "RNN002",
            $$"""
            [Layer]
            public partial class Layer
            {
                public Seq<Value> Forward(Seq<Value> xs) => {{result}};
            }
            """
        );

    [Fact]
    public Task A_training_without_a_model() =>
        Diagnose.Only(
            "RNN013",
            "[Training] public partial class [|Empty|] { Scalar Loss(Vec<Value> x, Vec<Value> y) => Sum(x - y); }"
        );

    [Fact]
    public Task A_training_with_two_models() =>
        Diagnose.Only(
            "RNN013",
            Model
                + """
                [Training]
                public partial class [|Both|]
                {
                    Model a, b;
                    Scalar Loss(Seq<Value> x, Vec<Value> y) => Sum(a.Forward(x) - b.Forward(x) - y);
                }
                """
        );

    [Fact]
    public Task A_training_with_a_model_and_a_cell() =>
        Diagnose.Only(
            "RNN013",
            Model
                + """
                [Training]
                public partial class [|Both|]
                {
                    Model model;
                    Lstm<Value, Hidden> rnn;
                    Scalar Loss(Seq<Value> x, Vec<Value> y) => Sum(model.Forward(x) - y);
                }
                """
        );

    [Theory]
    [InlineData("[|Mat<Value, Value>|] W;")]
    [InlineData("[|Lstm<Value, Hidden>[]|] rnn;")]
    public Task A_training_with_parameters(string field) =>
        Diagnose.Only(
            "RNN011",
            Model
                + $$"""
                [Training]
                public partial class Training
                {
                    Model model;
                    {{field}}
                    Scalar Loss(Seq<Value> x, Vec<Value> y) => Sum(model.Forward(x) - y);
                }
                """
        );

    [Fact]
    public Task A_training_without_a_loss() =>
        Diagnose.Only("RNN014", Model + "[Training] public partial class [|Training|] { Model model; }");

    [Fact]
    public Task A_loss_that_is_no_number() =>
        Diagnose.Only(
            "RNN026",
            Model
                + """
                [Training]
                public partial class Training
                {
                    Model model;
                    [|Vec<Value>|] Loss(Seq<Value> x, Vec<Value> y) => model.Forward(x) - y;
                }
                """
        );

    [Fact]
    public Task A_model_that_the_loss_does_not_use() =>
        Diagnose.Only(
            "RNN048",
            Model
                + """
                [Training]
                public partial class Training
                {
                    Model [|model|];
                    Scalar Loss(Vec<Value> x, Vec<Value> y) => Sum(x - y);
                }
                """
        );

    [Fact]
    public Task Functions_that_are_not_static() =>
        Diagnose.Only("RNN018", "[Functions] public partial class [|More|] { }");

    [Fact]
    public Task A_function_whose_dim_no_argument_has() =>
        Diagnose.Only(
            "RNN012",
            """
            [Functions]
            public static partial class More
            {
                public static Scalar Twice<[|D|]>(Scalar x) where D : IDim => x + x;
            }
            """
        );

    [Fact]
    public async Task A_class_built_on_one_with_an_error_says_nothing_more()
    {
        var source =
            Model.Replace("window.Last", "window[0]", StringComparison.Ordinal)
            + """
                [Training]
                public partial class Training
                {
                    Model model;
                    Scalar Loss(Seq<Value> x, Vec<Value> y) => Sum(model.Forward(x) - y);
                }
                """;
        Assert.Equal(["RNN002"], (await Diagnose.All(source)).Select(d => d.Id));
    }
}
