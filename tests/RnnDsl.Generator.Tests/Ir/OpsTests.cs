using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Ir;

public class OpsTests
{
    private static readonly TensorType Vector = TensorType.Vec(new NamedDim("H"));
    private static readonly TensorType Sequence = Vector.Lift();

    [Fact]
    public void Each_row_is_found_by_its_name() => Assert.All(Ops.All, op => Assert.Same(op, Ops.ByName(op.Name)));

    [Fact]
    public void At_most_one_row_has_a_method_or_an_operator_on_given_operands()
    {
        TensorType[] types =
        [
            TensorType.Scalar,
            Vector,
            Sequence,
            TensorType.Mat(new NamedDim("H"), new NamedDim("H")),
        ];
        foreach (var first in types)
        {
            foreach (
                IReadOnlyList<TensorType> operands in (TensorType[][])
                    [
                        [first],
                        .. types.Select(second => new[] { first, second }),
                    ]
            )
            {
                Assert.All(
                    Ops.All.Where(op => op.Method is not null).GroupBy(op => op.Method!),
                    rows => Assert.True(rows.Count(op => Ops.IsMethodOn(op, operands)) <= 1, rows.Key)
                );
                Assert.All(
                    Ops.All.Where(op => op.Operator is not null).GroupBy(op => op.Operator!),
                    rows => Assert.True(rows.Count(op => Ops.IsOperatorOn(op, operands)) <= 1, rows.Key)
                );
            }
        }
    }

    [Fact]
    public void A_method_with_overloads_lowers_by_its_arguments()
    {
        Assert.Same(Ops.Sum, Ops.ByMethod("Sum", [Vector]));
        Assert.Same(Ops.SumTime, Ops.ByMethod("Sum", [Sequence]));
        Assert.Same(Ops.Max, Ops.ByMethod("Max", [Vector]));
        Assert.Same(Ops.MaxTime, Ops.ByMethod("Max", [Sequence]));
        Assert.Same(Ops.Maximum, Ops.ByMethod("Max", [Vector, TensorType.Scalar]));
        Assert.Same(Ops.Size, Ops.ByMethod("Size", [Vector]));
        Assert.Same(Ops.Length, Ops.ByMethod("Length", [Sequence]));
        Assert.Null(Ops.ByMethod("Cosine", [Vector]));
    }

    [Fact]
    public void An_operator_lowers_by_its_operands()
    {
        var matrix = TensorType.Mat(new NamedDim("H"), new NamedDim("H"));
        Assert.Same(Ops.MatVec, Ops.ByOperator("*", [matrix, Vector]));
        Assert.Same(Ops.Mul, Ops.ByOperator("*", [Vector, Sequence]));
        Assert.Same(Ops.Sub, Ops.ByOperator("-", [Vector, Vector]));
        Assert.Same(Ops.Neg, Ops.ByOperator("-", [Vector]));
    }

    [Fact]
    public void Tokens_are_marked_and_nothing_else()
    {
        var token = TensorType.Token(new NamedDim("V"));
        Assert.Same(Ops.OneHot, Ops.ByMethod("OneHot", [token]));
        Assert.Equal("Vec[V]", Ops.OneHot.Shape([token], new Node(Ops.OneHot, new([]), token)).ToString());
        foreach (var op in Ops.All.Where(op => op.Arity == 1 && op != Ops.OneHot && op != Ops.Result))
        {
            var node = new Node(op, new([]), token) { Dim = new NamedDim("V") };
            Assert.Throws<ShapeException>(() => op.Shape([token], node));
        }
    }

    [Fact]
    public void Elementwise_ops_have_a_reference_and_a_text() =>
        Assert.All(
            Ops.All.Where(op => op.Kind == OpKind.Elementwise),
            op => Assert.True(op.Element is not null && op.Simd is not null && op.Equation is not null, op.Name)
        );

    /// <summary>StopGradient is gone before a program has texts, and a definition's VariationalDropout before there is a program.</summary>
    [Fact]
    public void An_op_of_epilogues_has_a_text_on_each_target() =>
        Assert.All(
            Ops.All.Where(op => op.IsPerUnit && op.Kind != OpKind.Repeat && op != Ops.Lookup),
            op => Assert.True(op.Simd is not null && op.Tensor is not null, op.Name)
        );

    [Fact]
    public void An_elementwise_op_of_the_language_documents_itself() =>
        Assert.All(
            Ops.All.Where(op => op.Kind == OpKind.Elementwise && (op.Method ?? op.Operator) is not null),
            op => Assert.True(op.Reference is not null && op.Summary is not null, op.Name)
        );
}
