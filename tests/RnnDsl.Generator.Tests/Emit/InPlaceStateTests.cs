using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Emit;

/// <summary>A state that is a matrix has one slot where no equation reads what a step has overwritten.</summary>
public sealed class InPlaceStateTests
{
    [Theory]
    [InlineData("C = 0.5f * C + Outer(x, x); return C * x;")]
    [InlineData("var k = Tanh(C * x); C = C + Outer(x - k, x); return k;")]
    [InlineData("var old = C; C = 0.5f * C + Outer(x, x); return old * x;")]
    public void It_is_updated_in_place(string body) => Assert.Contains("[rows, D*D]: each step in place", Memory(body));

    /// <summary>Here the old matrix is multiplied with a vector that the new one gives: in place, it would be the new one's product.</summary>
    [Theory]
    [InlineData("var old = C; C = 0.5f * C + Outer(x, x); return old * Tanh(C * x);")]
    [InlineData("var old = C; C = 0.5f * C + Outer(x, x); return Transpose(old) * Tanh(C * x);")]
    public void It_has_two_slots_where_the_old_one_has_a_later_use(string body) =>
        Assert.Contains("[2, rows, D*D]", Memory(body));

    [Fact]
    public void A_vector_has_two_slots() =>
        Assert.Contains(
            "[2, rows, D]",
            Memory("h = Tanh(x + h); C = C + Outer(x, h); return C * x;", state: "[State] Vec<D> h;")
        );

    private static string Memory(string body, string state = "")
    {
        var build = Build.Of(
            $$"""
            using static RnnDsl.Equations;

            [Cell]
            public partial class Model<D> where D : IDim
            {
                [State] Mat<D, D> C;
                {{state}}

                Vec<D> Step(Vec<D> x) { {{body}} }
            }
            """
        );
        Assert.Empty(build.Ids);
        return string.Join(
            "\n",
            build
                .Run.GeneratedSources.Where(source =>
                    source.HintName.EndsWith(".Predict.g.cs", StringComparison.Ordinal)
                )
                .Select(source => source.SourceText.ToString())
        );
    }
}
