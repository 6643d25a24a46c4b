using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Ir;

public class ShapeTests
{
    private static readonly NamedDim H = new("H");
    private static readonly NamedDim X = new("X");

    private readonly GraphBuilder graph = new("G");
    private readonly int vector;
    private readonly int other;
    private readonly int matrix;
    private readonly int sequence;
    private readonly int scalar;

    public ShapeTests()
    {
        vector = graph.Input("v", TensorType.Vec(H));
        other = graph.Input("x", TensorType.Vec(X));
        matrix = graph.Parameter("W", TensorType.Mat(H, X));
        sequence = graph.Input("xs", TensorType.Seq(X));
        scalar = graph.Const(2);
    }

    [Fact]
    public void A_matrix_takes_a_vector_of_its_columns_and_gives_one_of_its_rows() =>
        Assert.Equal("Vec[H]", Type(Ops.MatVec, matrix, other));

    [Fact]
    public void A_matrix_on_a_sequence_is_lifted_over_time() =>
        Assert.Equal("Seq[H]", Type(Ops.MatVec, matrix, sequence));

    [Fact]
    public void A_transposed_matrix_takes_a_vector_of_its_rows() =>
        Assert.Equal("Vec[X]", Type(Ops.MatTVec, matrix, vector));

    [Fact]
    public void An_outer_product_over_time_is_a_matrix_at_each_step() =>
        Assert.Equal("Seq[H,X]", Type(Ops.Outer, vector, sequence));

    [Fact]
    public void A_scalar_goes_with_a_vector() => Assert.Equal("Vec[H]", Type(Ops.Mul, scalar, vector));

    [Fact]
    public void A_vector_goes_with_each_step_of_a_sequence() => Assert.Equal("Seq[X]", Type(Ops.Add, other, sequence));

    [Fact]
    public void A_sum_over_the_elements_of_a_sequence_is_a_scalar_at_each_step() =>
        Assert.Equal("Seq[]", Type(Ops.Sum, sequence));

    [Fact]
    public void The_last_step_is_a_vector() => Assert.Equal("Vec[X]", Type(Ops.Last, sequence));

    [Fact]
    public void A_product_that_does_not_fit_names_what_it_needs_and_what_it_got() =>
        Assert.Equal("matvec of Mat[H,X] needs Vec[X]: got Vec[H]", Error(Ops.MatVec, matrix, vector));

    [Fact]
    public void A_sum_of_different_dims_names_both() =>
        Assert.Equal(
            "add needs operands of one shape, or a scalar: got Vec[H] and Vec[X]",
            Error(Ops.Add, vector, other)
        );

    [Fact]
    public void A_vector_has_no_last_step() =>
        Assert.Equal("last needs a sequence: got Vec[H]", Error(Ops.Last, vector));

    [Fact]
    public void A_sequence_is_not_spread_again() =>
        Assert.Equal("spread needs one value of the example: got Seq[X]", Error(Ops.Spread, sequence));

    private string Type(Op op, params int[] inputs) => graph.TypeOf(graph.Add(op, inputs)).ToString();

    private string Error(Op op, params int[] inputs) =>
        Assert.Throws<ShapeException>(() => graph.Add(op, inputs)).Message;
}
