using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>C7, C8, C17, C22, C27: what a training says of itself. All other classes live.</summary>
public sealed class TrainingRuleTests
{
    private const string Loss =
        "Beside.Model m; Scalar Loss(Seq<Value> x, Vec<Value> y) => MeanSquaredError(m.Forward(x), y);";

    private const string Mine = """
        public class Mine(float rate) : Optimizer(rate)
        {
            public override IReadOnlyList<string> StateNames => [];
            protected override void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients) { }
        }

        """;

    // C8
    [Theory]
    [InlineData("LearningRate = [|-1f|]", "'LearningRate' of a training is finite and above 0, and this is -1f")]
    [InlineData("LearningRate = [|0|]", "'LearningRate' of a training is finite and above 0, and this is 0f")]
    [InlineData(
        "LearningRate = [|float.NaN|]",
        "'LearningRate' of a training is finite and above 0, and this is float.NaN"
    )]
    [InlineData(
        "ClipNorm = [|1f / 0|]",
        "'ClipNorm' of a training is finite and above 0, and this is float.PositiveInfinity"
    )]
    [InlineData(
        "ClipNorm = [|-0.5f|], Epochs = 3",
        "'ClipNorm' of a training is finite and above 0, and this is -0.5f"
    )]
    [InlineData("BatchSize = [|0|]", "'BatchSize' of a training is at least 1, and this is 0")]
    [InlineData("Epochs = [|-3|]", "'Epochs' of a training is at least 1, and this is -3")]
    [InlineData("Stateful = true, Truncate = [|0|]", "'Truncate' of a training is at least 1, and this is 0")]
    public void A_number_that_a_training_cannot_have(string arguments, string expected) =>
        Assert.Equal(
            expected,
            Diagnose.Beside($$"""[Training({{arguments}})] public partial class T { {{Loss}} }""", "RNN045")
        );

    [Fact]
    public void Two_numbers_that_a_training_cannot_have() =>
        Diagnose.Beside(
            $$"""[Training(LearningRate = [|-1f|], BatchSize = 0)] public partial class T { {{Loss}} }""",
            "RNN045",
            "RNN045"
        );

    [Theory]
    [InlineData("[|0|]", "0")]
    [InlineData("[|-5|]", "-5")]
    public void A_dim_without_a_size(string size, string printed) =>
        Assert.Equal(
            $"'Zero' has a size of {printed}: a size is at least 1",
            Diagnose.Beside($"[Dim({size})] public readonly struct Zero : IDim;", "RNN046")
        );

    [Fact]
    public void An_argument_of_the_loss_that_nothing_uses() =>
        Assert.StartsWith(
            "The argument 'y' of 'Loss' is used in no equation",
            Diagnose.Beside(
                "[Training] public partial class T { Beside.Model m; Scalar Loss(Seq<Value> x, Vec<Value> [|y|]) => Sum(m.Forward(x)); }",
                "RNN047"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_argument_of_which_the_length_alone_is_used() =>
        Diagnose.Beside(
            "[Training] public partial class T { Beside.Model m;"
                + " Scalar Loss(Seq<Value> x, Tokens<Hidden> y) => Sum(m.Forward(x)) / Length(y); }"
        );

    [Theory]
    [InlineData("public Vec<Value> Forward(Vec<Value> x) => Tanh(x);")]
    [InlineData(
        "Vec<Value> w; public Vec<Value> Forward(Vec<Value> x) => Tanh(x); public Vec<Value> Other(Vec<Value> x) => w * x;"
    )]
    public void A_loss_that_depends_on_no_parameter(string members) =>
        Diagnose.Beside(
            $$"""
            [Layer] public partial class M { {{members}} }
            [Training]
            public partial class T
            {
                M [|m|];
                Scalar Loss(Vec<Value> x, Vec<Value> y) => Sum(m.Forward(x) - y);
            }
            """,
            "RNN048"
        );

    [Theory]
    [InlineData("StopGradient(MeanSquaredError(m.Forward(x), y))")]
    [InlineData("MeanSquaredError(StopGradient(m.Forward(x)), y)")]
    public void A_loss_that_no_gradient_leaves(string loss) =>
        Diagnose.Beside(
            $$"""[Training] public partial class T { Beside.Model [|m|]; Scalar Loss(Seq<Value> x, Vec<Value> y) => {{loss}}; }""",
            "RNN048"
        );

    [Fact]
    public void A_loss_of_which_one_way_is_stopped() =>
        Diagnose.Beside(
            "[Training] public partial class T { Beside.Model m; Scalar Loss(Seq<Value> x) =>"
                + " MeanSquaredError(m.Forward(StopGradient(x)), StopGradient(m.Forward(x))); }"
        );

    // C7, C22
    [Theory]
    [InlineData("string", "'string' is no Optimizer;")]
    [InlineData("int", "'int' is no Optimizer;")]
    [InlineData("IDisposable", "'IDisposable' is no Optimizer;")]
    [InlineData("Adam[]", "'Adam[]' is no Optimizer;")]
    [InlineData("Optimizer", "'Optimizer' is abstract;")]
    [InlineData("Needy", "'Needy' has no constructor without arguments that the training can call;")]
    [InlineData("Shy", "'Shy' has no constructor without arguments that the training can call;")]
    [InlineData("Of<>", "'Of<>' is an open generic type;")]
    [InlineData("Strict", "'Strict' has required members;")]
    [InlineData("Mine1", "'Mine1' is seen in its file only;")]
    [InlineData("Done", "'Done' has no constructor without arguments that the training can call;")]
    public void An_optimizer_that_the_training_cannot_make(string type, string expected)
    {
        var marked = $$"""
            [Training(Optimizer = typeof([|{{type}}|]))] public partial class T { {{Loss}} }
            public class Needy(float rate) : Mine(rate);
            public class Shy : Mine { private Shy() : base(1) { } public static Shy Make() => new(); }
            public class Of<D>() : Mine(1);
            public class Done : Mine { [Obsolete("", true)] public Done() : base(1) { } }
            file class Mine1() : Mine(1);
            public class Strict() : Mine(1) { public required int Level { get; init; } }
            public class Holder { private class Inner() : Mine(1); public static object Make() => new Inner(); }
            """;
        Assert.StartsWith(expected, Diagnose.Beside(marked + Mine, "RNN049"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sgd")]
    [InlineData("Own")]
    [InlineData("Of<int>")]
    [InlineData("Holder.Inner")]
    public void An_optimizer_that_the_training_can_make(string type) =>
        Diagnose.Beside(
            $$"""
            public partial class Holder
            {
                [Training(Optimizer = typeof({{type}}))] public partial class T { {{Loss}} }
                private class Inner() : Mine(1);
            }
            public class Of<D>() : Mine(1);
            class Own : Mine { internal Own(float rate = 0.1f, params int[] more) : base(rate + more.Length) { } }
            """ + Mine
        );

    // C27: what only warns is said where the user writes it.
    [Fact]
    public void An_optimizer_that_is_obsolete() =>
        Diagnose.Beside(
            $$"""
            [Training(Optimizer = typeof(Old))] public partial class T { {{Loss}} }
            [Training(Optimizer = typeof(Older))] public partial class U { {{Loss}} }
            [Obsolete("use Adam")] public class Old() : Mine(1);
            public class Older : Mine { [Obsolete] public Older() : base(1) { } }
            """ + Mine,
            "CS0618"
        );

    [Theory]
    [InlineData("typeof(Missing)", "CS0246")]
    [InlineData("typeof()", "CS1031")]
    [InlineData("typeof(Beside.Nowhere)", "CS0234")]
    [InlineData("Adam", "CS0119")]
    [InlineData("\"Adam\"", "CS0029")]
    public void An_optimizer_that_the_compiler_rejects(string value, string code) =>
        Diagnose.Beside($$"""[Training(Optimizer = {{value}})] public partial class T { {{Loss}} }""", code);

    [Fact]
    public void A_base_class_of_a_training() =>
        Diagnose.Beside(
            $$"""
            public class Experiment { }
            [Training] public partial class T : [|Experiment|], IDisposable { {{Loss}} public void Dispose() { } }
            """,
            "RNN053"
        );

    [Fact]
    public void The_base_class_that_a_training_has_anyway() =>
        Diagnose.Beside($$"""[Training] public partial class T : TrainingLoop<T.Sample> { {{Loss}} }""");

    [Theory]
    [InlineData("public class B { protected B(int n) { } }", new[] { "CS7036", "RNN053" })]
    [InlineData("public class B { private B() { } }", new[] { "CS0122", "RNN053" })]
    [InlineData("public class B { protected int Predict; }", new[] { "RNN053" })]
    [InlineData(
        "[Layer] public partial class B { Vec<Value> c; public Vec<Value> Other(Vec<Value> x) => c + x; }",
        new[] { "RNN053" }
    )]
    public void A_base_class_of_a_layer_that_is_in_the_way(string parent, string[] ids) =>
        Diagnose.Beside(
            $$"""
            [Layer] public partial class M : [|B|] { Dense<Value, Value> d; public Vec<Value> Forward(Vec<Value> x) => d.Apply(x); }
            {{parent}}
            """,
            ids
        );

    [Fact]
    public void A_base_class_of_a_layer_that_is_not_in_the_way() =>
        Diagnose.Beside(
            """
            public abstract class Named { public string Name { get; set; } = "name"; public abstract int Size(); }
            [Layer]
            public partial class M : Named, IComparable<M>
            {
                Dense<Value, Value> d;
                public Vec<Value> Forward(Vec<Value> x) => d.Apply(x);
                public override int Size() => 3;
                public int CompareTo(M? other) => 0;
            }
            """
        );

    // C27
    [Fact]
    public void A_number_that_is_given_twice_is_left_to_the_compiler() =>
        Diagnose.Beside($$"""[Training(BatchSize = 3, BatchSize = 4)] public partial class T { {{Loss}} }""", "CS0643");

    [Theory]
    [InlineData("BatchSize = Missing", "CS0103")]
    [InlineData("BatchSize = 1.5", "CS0266")]
    [InlineData("Colour = 3", "CS0246")]
    [InlineData("3", "CS1729")]
    public void An_argument_that_the_compiler_rejects(string arguments, string code) =>
        Diagnose.Beside($$"""[Training({{arguments}})] public partial class T { {{Loss}} }""", code);
}
