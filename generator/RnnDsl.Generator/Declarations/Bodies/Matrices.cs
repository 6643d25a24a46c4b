using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// Lowers what equations do with matrices. In C# all are a <c>Mat</c>; a parameter is one in the graph, what is computed of parameters is a
/// <see cref="LinearMatrix"/>, and a matrix of the example, which is computed or a state, is a vector that knows its rows and columns. A
/// parameter that is computed with in another way becomes one of the example.
/// </summary>
public sealed class Matrices(Body body)
{
    /// <summary>The functions of <c>RnnDsl.Equations</c> that are composed here of ops and matrices.</summary>
    public static IReadOnlyCollection<string> Functions { get; } =
    ["Outer", "ScaleRows", "ScaleColumns", "Hadamard", "Transpose"];

    /// <summary>A function of matrices, on operands that are lowered.</summary>
    public Value? Call(string function, IReadOnlyList<Value?> operands, SyntaxNode at, int origin)
    {
        if (operands.Contains(null))
        {
            return null;
        }

        var (first, second) = (operands[0]!, operands[operands.Count - 1]!);
        return function switch
        {
            "Transpose" => Transposed(Linear(first, at, origin), at, origin),
            "Outer" => Outer((NodeValue)first, (NodeValue)second, at, origin),
            "ScaleRows" when IsOfParameters(second) => ScaleRows(
                Linear(second, at, origin),
                (NodeValue)first,
                at,
                origin
            ),
            "ScaleColumns" when IsOfParameters(first) => ScaleRows(
                    Linear(first, at, origin).Transpose(() => null),
                    (NodeValue)second,
                    at,
                    origin
                )
                .Transpose(() => Scaled(Ops.EachRow, (NodeValue)second, OfExample(first, at), at, origin)) with
            {
                Node = Node(
                    Ops.Transpose,
                    [Node(Ops.ScaleRows, [second, Node(Ops.Transpose, [first], at, origin)], at, origin)],
                    at,
                    origin
                ),
            },
            "ScaleRows" => Scaled(Ops.EachColumn, (NodeValue)first, OfExample(second, at), at, origin),
            "ScaleColumns" => Scaled(Ops.EachRow, (NodeValue)second, OfExample(first, at), at, origin),
            _ => (Value?)OfParameters(Ops.Mul, [first, second], at, origin)
                ?? body.Add(Ops.Mul, [OfExample(first, at), OfExample(second, at)], at, origin),
        };
    }

    /// <summary>An op, of which an operand may be a matrix.</summary>
    public Value? Add(Op op, IReadOnlyList<Value?> operands, SyntaxNode at, int origin)
    {
        if (!operands.Any(IsMatrix) || operands.Contains(null))
        {
            return body.Add(op, operands, at, origin);
        }

        if (op.Kind == OpKind.Product)
        {
            return operands[1] is NodeValue vector ? Linear(operands[0]!, at, origin).Times(vector) : null;
        }

        if (op.Kind == OpKind.Derived)
        {
            return Product(Linear(operands[0]!, at, origin), Linear(operands[1]!, at, origin), at, origin);
        }

        if (op.Kind == OpKind.Parameter)
        {
            // The squares of a parameter are summed once; those of a matrix that is computed by what equations have.
            return operands[0] is NodeValue node && TypeOf(node).IsMat
                ? body.Add(op, operands, at, origin)
                : body.Add(Ops.Sum, [body.Add(Ops.Square, [OfExample(operands[0], at)], at, origin)], at, origin);
        }

        return Distributed(op, operands, at, origin)
            ?? OfParameters(op, operands, at, origin)
            ?? (Value?)body.Add(op, operands.Select(operand => OfExample(operand, at)).ToList(), at, origin);
    }

    /// <summary>The value as one of the example, which a parameter is not; other values stay as they are.</summary>
    public Value? OfExample(Value? value, SyntaxNode at) =>
        value is LinearMatrix linear ? linear.Elements()
        : value is NodeValue node && TypeOf(node).IsMat ? body.Add(Ops.Elements, [node], at, origin: -1)
        : value;

    /// <summary>
    /// The value as a node that is computed of parameters alone: a matrix, or what goes with one. Null where it depends on the example.
    /// </summary>
    public NodeValue? Node(Value? value) =>
        value is LinearMatrix linear ? linear.Node
        : value is NodeValue node && (TypeOf(node).IsMat || IsConstant(node.Id)) ? node
        : null;

    private NodeValue? Node(Op op, IReadOnlyList<Value?> operands, SyntaxNode at, int origin)
    {
        var nodes = operands.Select(Node).ToList();
        return nodes.Contains(null) ? null : body.Add(op, nodes, at, origin);
    }

    // Whether a number or a vector is computed of parameters alone.
    private bool IsConstant(int id)
    {
        var node = body.Graph[id];
        return node.Op == Ops.Parameter
            || node.Op == Ops.Const
            || node.Op == Ops.Size
            || (node.Op.Kind == OpKind.Elementwise && node.Inputs.All(IsConstant));
    }

    // Exp(A) * x, Hadamard(W, V) * x: one product with a matrix that is computed once.
    private LinearMatrix? OfParameters(Op op, IReadOnlyList<Value?> operands, SyntaxNode at, int origin) =>
        op.Kind == OpKind.Elementwise && Node(op, operands, at, origin) is { } node
            ? Whole(
                node,
                () => body.Add(op, operands.Select(operand => OfExample(operand, at)).ToList(), at, origin),
                at,
                origin
            )
            : null;

    private LinearMatrix Transposed(LinearMatrix matrix, SyntaxNode at, int origin)
    {
        var node = Node(Ops.Transpose, [matrix], at, origin);
        return matrix.Transpose(() => Computed(node, "A transposed matrix", "'Transpose(C) * x'", at)) with
        {
            Node = node,
        };
    }

    // (W * V) * x is one product where both are of parameters; a matrix of the example multiplies the product of the other one.
    private LinearMatrix Product(LinearMatrix first, LinearMatrix second, SyntaxNode at, int origin)
    {
        var node = Node(Ops.MatMat, [first, second], at, origin);
        Func<NodeValue?> elements = () => Computed(node, "A product of matrices of the example", "'W * (C * x)'", at);
        return node is not null
            ? Whole(node, elements, at, origin)
            : new LinearMatrix(
                x => second.Times(x) is { } product ? first.Times(product) : null,
                x => first.TransposedTimes(x) is { } product ? second.TransposedTimes(product) : null,
                elements
            );
    }

    // No op computes these elements for each example.
    private NodeValue? Computed(NodeValue? node, string what, string product, SyntaxNode at)
    {
        if (node is not null)
        {
            return (NodeValue?)OfExample(node, at);
        }

        Unsupported.Report(
            body.Findings,
            at,
            what + " that is computed with",
            $"it multiplies a vector: write {product}"
        );
        return null;
    }

    private LinearMatrix Whole(NodeValue node, Func<NodeValue?> elements, SyntaxNode at, int origin) =>
        new(
            x => body.Add(Ops.MatVec, [node, x], at, origin),
            x => body.Add(Ops.MatTVec, [node, x], at, origin),
            elements
        )
        {
            Node = node,
        };

    // (-W) * x, (s * W) * x, (W / s) * x: what scales a matrix scales the product. (W + V) * x: one product if both are of parameters, else
    // term by term.
    private LinearMatrix? Distributed(Op op, IReadOnlyList<Value?> operands, SyntaxNode at, int origin)
    {
        if (!operands.All(operand => IsOfParameters(operand) || IsNumber(operand)))
        {
            return null;
        }

        var (first, second) = (operands[0]!, operands[operands.Count - 1]!);
        var isMatrix = operands.Select(IsOfParameters).ToList();
        var node = Node(op, operands, at, origin);
        var distributed = (op.Linear, op.Arity) switch
        {
            (Linearity.Together, 2) when !isMatrix.Contains(false) => Linear(first, at, origin)
                .Join(Linear(second, at, origin), (a, b) => body.Add(op, [a, b], at, origin)),
            (Linearity.First, 1) => Linear(first, at, origin).Map(a => body.Add(op, [a], at, origin)),
            (Linearity.First or Linearity.Each, 2) when !isMatrix[1] => Linear(first, at, origin)
                .Map(a => body.Add(op, [a, second], at, origin)),
            (Linearity.Each, 2) when !isMatrix[0] => Linear(second, at, origin)
                .Map(b => body.Add(op, [first, b], at, origin)),
            _ => null,
        };
        return distributed is null ? null
            : op.Linear == Linearity.Together && node is not null ? Whole(node, distributed.Elements, at, origin)
            : distributed with { Node = node };
    }

    private LinearMatrix ScaleRows(LinearMatrix matrix, NodeValue f, SyntaxNode at, int origin) =>
        new(
            x => body.Add(Ops.Mul, [f, matrix.Times(x)], at, origin),
            x => body.Add(Ops.Mul, [f, x], at, origin) is { } scaled ? matrix.TransposedTimes(scaled) : null,
            () => Scaled(Ops.EachColumn, f, matrix.Elements(), at, origin)
        )
        {
            Node = Node(Ops.ScaleRows, [f, matrix], at, origin),
        };

    private LinearMatrix Linear(Value matrix, SyntaxNode at, int origin)
    {
        if (matrix is LinearMatrix linear)
        {
            return linear;
        }

        var node = (NodeValue)matrix;
        return TypeOf(node).IsMat
            ? Whole(node, () => (NodeValue?)OfExample(node, at), at, origin)
            : new LinearMatrix(
                x => Product(Ops.SumColumns, node, Ops.EachRow, x, at, origin),
                x => Product(Ops.SumRows, node, Ops.EachColumn, x, at, origin),
                () => node
            );
    }

    private NodeValue? Product(Op sum, NodeValue matrix, Op each, NodeValue vector, SyntaxNode at, int origin) =>
        body.Add(sum, [Scaled(each, vector, matrix, at, origin)], at, origin);

    // C * q reads C * EachRow(q), and ScaleRows(f, C) is EachColumn(f) * C: products commute, to the bit.
    private NodeValue? Scaled(Op each, NodeValue vector, Value? matrix, SyntaxNode at, int origin) =>
        matrix is NodeValue node
            ? body.Add(Ops.Mul, [Each(each, vector, TypeOf(node).OfExample!, at, origin), node], at, origin)
            : null;

    private NodeValue? Outer(NodeValue v, NodeValue k, SyntaxNode at, int origin)
    {
        var dim = new MatDim(TypeOf(v).Dims[0], TypeOf(k).Dims[0]);
        return body.Add(
            Ops.Mul,
            [Each(Ops.EachColumn, v, dim, at, origin), Each(Ops.EachRow, k, dim, at, origin)],
            at,
            origin
        );
    }

    private NodeValue? Each(Op op, NodeValue vector, MatDim dim, SyntaxNode at, int origin) =>
        body.Add(op, [vector], at, origin, node => node with { Dim = dim });

    private bool IsMatrix(Value? value) =>
        value is LinearMatrix
        || (value is NodeValue node && (TypeOf(node).IsMat || TypeOf(node).OfExample is not null));

    private bool IsOfParameters(Value? value) =>
        value is LinearMatrix || (value is NodeValue node && TypeOf(node).IsMat);

    private bool IsNumber(Value? value) => value is NodeValue node && TypeOf(node).IsScalar;

    private TensorType TypeOf(NodeValue value) => body.Graph.TypeOf(value.Id);
}
