namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>W12: the last step of what is read from the end.</summary>
public sealed class HalfReadEndTests
{
    [Theory]
    [InlineData("[|both.Apply(xs).Last|]")]
    [InlineData("Tanh([|wide.Apply(both.Apply(xs) * scale).Last|])")]
    [InlineData("[|Reverse(back.Scan(Reverse(xs))).Last|]")]
    [InlineData("[|Reverse(back.Scan(xs)).Last|]")]
    [InlineData("[|(ahead.Scan(xs) + Reverse(back.Scan(Reverse(xs)))).Last|]")]
    [InlineData("[|Concat(xs, both.Apply(xs)).Last|]")]
    [InlineData("[|Softmax(both.Apply(xs)).Last|] * Mean(both.Apply(xs))")]
    public Task Has_seen_one_step(string value) => Diagnose.Only("RNN037", Layer(value));

    [Theory]
    [InlineData("both.Final(xs)")]
    [InlineData("Mean(both.Apply(xs)) + Max(both.Apply(xs))")]
    [InlineData("back.Scan(Reverse(xs)).Last")]
    [InlineData("Reverse(Reverse(ahead.Scan(xs))).Last")]
    [InlineData("Concat(xs, ahead.Scan(xs)).Last")]
    [InlineData("Reverse(xs).Last + Reverse(xs * xs).Last")]
    [InlineData("reader.Scan(both.Apply(xs)).Last")]
    public Task Has_seen_all_that_there_is(string value) => Diagnose.Nothing(Layer(value));

    [Fact]
    public Task In_a_training() =>
        Diagnose.Only(
            "RNN037",
            """
            [Layer]
            public partial class Tagger
            {
                Bidirectional<Gru<Value, Value>, Value, Value> both;
                Dense<Cat<Value, Value>, Value> head;

                public Seq<Value> Forward(Seq<Value> xs) => head.Apply(both.Apply(xs));
            }

            [Training]
            public partial class Tagging
            {
                Tagger model;
                Scalar Loss(Seq<Value> xs, Vec<Value> y) => MeanSquaredError([|model.Forward(xs).Last|], y);
            }
            """
        );

    /// <summary>Of the methods of a layer one is its program; the others are read too.</summary>
    [Fact]
    public Task In_another_method_of_a_layer() =>
        Diagnose.Only(
            "RNN037",
            """
            [Layer]
            public partial class Encoder
            {
                Bidirectional<Gru<Value, Value>, Value, Value> both;

                public Seq<Cat<Value, Value>> Forward(Seq<Value> xs) => both.Apply(xs);

                public Vec<Cat<Value, Value>> Encode(Seq<Value> xs)
                {
                    var all = both.Apply(xs);
                    return [|all.Last|];
                }
            }
            """
        );

    [Fact]
    public Task Where_it_is_meant_a_pragma_says_so() =>
        Diagnose.Nothing(
            Layer(
                """

                #pragma warning disable RNN037
                        both.Apply(xs).Last
                #pragma warning restore RNN037

                """
            )
        );

    /// <summary>A warning leaves the class its program, and what uses it its own errors.</summary>
    [Fact]
    public async Task An_error_of_what_uses_it_is_said_too()
    {
        var all = await Diagnose.All(
            Layer("both.Apply(xs).Last"),
            """
            [Training(Truncate = 3)]
            public partial class Readings
            {
                Reader model;
                Scalar Loss(Seq<Value> xs, Vec<Value> y) => Sum(Square(Sum(model.Forward(xs)) - y));
            }
            """
        );

        Assert.Equal(["RNN037", "RNN032"], all.Select(d => d.Id));
    }

    // With the fields that the value speaks of: the others would be said to be of no use.
    private static string Layer(string value)
    {
        (string Type, string Name)[] fields =
        [
            ("Bidirectional<Lstm<Value, Value>, Value, Value>", "both"),
            ("Lstm<Value, Value>", "ahead"),
            ("Lstm<Value, Value>", "back"),
            ("Lstm<Cat<Value, Value>, Value>", "reader"),
            ("Dense<Cat<Value, Value>, Value>", "wide"),
            ("Vec<Cat<Value, Value>>", "scale"),
            ("Vec<Value>", "one"),
        ];
        var used = fields.Where(f => f.Name == "one" || value.Contains(f.Name, StringComparison.Ordinal));
        return $$"""
            [Layer]
            public partial class Reader
            {
                {{string.Join('\n', used.Select(f => $"{f.Type} {f.Name};"))}}

                public Vec<Value> Forward(Seq<Value> xs) => one * Sum({{value}});
            }
            """;
    }
}
