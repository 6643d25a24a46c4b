namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Diagnostics of invalid rates of noise.</summary>
public sealed class NoiseDiagnosticTests
{
    [Fact]
    public Task Rates_may_be_constants_of_any_kind() =>
        Diagnose.Nothing(
            """
            [Functions]
            public static partial class Noises
            {
                public static Vec<D> Twice<D>(Vec<D> x, float rate) where D : IDim => Dropout(Dropout(x, rate), rate);
            }
            [Layer]
            public partial class Noisy
            {
                const float Rate = 0.5f;
                Dense<Value, Value> dense;
                public Vec<Value> Apply(Vec<Value> x) =>
                    Noises.Twice(Dropout(dense.Apply(x), 1 - Rate), 0.25f) + Keep(x, 0) + Zoneout(x, x, Rate);
            }
            """
        );

    [Theory]
    [InlineData("Dropout(x, [|1f|])")]
    [InlineData("Dropout(x, [|-0.1f|])")]
    [InlineData("VariationalDropout(x, [|float.NaN|])")]
    [InlineData("Keep(x, [|1|])")]
    public async Task A_rate_is_at_least_0_and_below_1(string expression)
    {
        var message = await Diagnose.Only(
            "RNN033",
            $$"""
            [Layer]
            public partial class Noisy
            {
                Dense<Value, Value> dense;
                public Vec<Value> Apply(Vec<Value> y) { var x = dense.Apply(y); return {{expression}}; }
            }
            """
        );
        Assert.Contains("at least 0 and below 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_that_only_a_function_has_is_checked_where_it_is_called() =>
        Assert.Contains(
            "Keep needs a constant rate",
            await Diagnose.Only(
                "RNN030",
                """
                [Layer]
                public partial class Noisy
                {
                    Dense<Value, Value> dense;
                    public Vec<Value> Apply(Vec<Value> x) => [|Zoneout(dense.Apply(x), x, 1f)|];
                }
                """
            ),
            StringComparison.Ordinal
        );
}
