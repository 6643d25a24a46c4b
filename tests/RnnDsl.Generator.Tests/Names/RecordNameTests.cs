using RnnDsl.Generator.Tests.Declarations;

namespace RnnDsl.Generator.Tests.Names;

/// <summary>C25: names that the records which the generator writes cannot have as properties.</summary>
public sealed class RecordNameTests
{
    [Theory]
    [InlineData("MemberwiseClone")]
    [InlineData("Clone")]
    [InlineData("Equals")]
    [InlineData("GetHashCode")]
    [InlineData("GetType")]
    [InlineData("ToString")]
    [InlineData("ReferenceEquals")]
    [InlineData("PrintMembers")]
    [InlineData("Deconstruct")]
    [InlineData("Finalize")]
    public void A_state(string name)
    {
        // What C# itself says where a field hides a method of each object.
        var hides =
            name is "Equals" or "GetHashCode" or "GetType" or "ToString" or "MemberwiseClone" or "ReferenceEquals";
        Diagnose.Beside(
            $$"""
            [Cell]
            public partial class C<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> [|{{name}}|];
                Vec<H> Step(Vec<X> x) { {{name}} = Tanh(W * x + {{name}}); return {{name}}; }
            }
            """,
            hides ? ["CS0108", "RNN061"] : ["RNN061"]
        );
    }

    [Theory]
    [InlineData("deconstruct")]
    [InlineData("Deconstruct")]
    [InlineData("clone")]
    [InlineData("equals")]
    [InlineData("sample")]
    [InlineData("Y")]
    public void An_argument_of_a_loss(string name)
    {
        var message = Diagnose.Beside(
            $$"""
            [Layer] public partial class M { Dense<Value, Value> d; public Vec<Value> Forward(Vec<Value> x) => d.Apply(x); }
            [Training]
            public partial class T
            {
                M model;
                Scalar Loss(Vec<Value> y, Vec<Value> [|{{name}}|]) => MeanSquaredError(model.Forward(y), {{name}});
            }
            """,
            "RNN061"
        );
        Assert.Contains("of the generated struct 'Sample'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Equals")]
    [InlineData("Deconstruct")]
    [InlineData("MemberwiseClone")]
    public void A_dim(string name) =>
        Diagnose.Beside(
            $$"""
            public readonly struct {{name}} : IDim;
            [Layer] public partial class [|M|] { Dense<{{name}}, Value> d; public Vec<Value> Forward(Vec<{{name}}> x) => d.Apply(x); }
            """,
            "RNN061"
        );

    [Fact]
    public void A_type_parameter() =>
        Diagnose.Beside(
            "[Layer] public partial class M<[|Equals|]> where Equals : IDim { Dense<Equals, Value> d;"
                + " public Vec<Value> Forward(Vec<Equals> x) => d.Apply(x); }",
            "RNN061"
        );

    [Theory]
    [InlineData("public sealed class @var;", "[Layer] public partial class [|M|]")]
    [InlineData("[Dim(2)] public readonly struct @var : IDim;", "[Layer] public partial class [|M|]")]
    public void A_type_that_is_named_var(string type, string header) =>
        Diagnose.Beside(
            $$"""
            namespace Own
            {
                {{type}}
                {{header}} { Dense<Value, Value> d; public Vec<Value> Forward(Vec<Value> x) => d.Apply(x); }
            }
            """,
            "RNN062"
        );
}
