using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// Lowers what equations do with matrices. In C# all are a <c>Mat</c>; a parameter is one in the graph, and a matrix of the example, which
/// is computed or a state, is a vector that knows its rows and columns. A parameter that is computed with becomes one of the example.
/// </summary>
public sealed class Matrices(Body body)
{
    /// <summary>The functions of <c>RnnDsl.Equations</c> that are composed here of ops and matrices.</summary>
    public static IReadOnlyCollection<string> Functions { get; } =
    ["Outer", "ScaleRows", "ScaleColumns", "Hadamard", "Transpose"];

    /// <summary>A function of matrices, on operands that are lowered.</summary>
    public Value? Call(string function, IReadOnlyList<Value?> operands, SyntaxNode at, int origin)
    {
        if (function == "Transpose")
        {
            return operands[0] is TransposedValue { Matrix: var inner } ? inner
                : operands[0] is NodeValue matrix ? new TransposedValue(matrix)
                : null;
        }

        if (!Check(operands, at))
        {
            return null;
        }

        var (a, b) = ((NodeValue)operands[0]!, (NodeValue)operands[1]!);
        var (left, right) = function switch
        {
            "Outer" => Outer(a, b, at, origin),
            "ScaleRows" => (Each(Ops.EachColumn, a, DimOf(b), at, origin), OfExample(b)),
            "ScaleColumns" => (OfExample(a), Each(Ops.EachRow, b, DimOf(a), at, origin)),
            _ => (OfExample(a), OfExample(b)),
        };
        return body.Add(Ops.Mul, [left, right], at, origin);
    }

    /// <summary>An op, of which an operand may be a matrix.</summary>
    public Value? Add(Op op, IReadOnlyList<Value?> operands, SyntaxNode at, int origin)
    {
        if (op.Kind == OpKind.Product)
        {
            return Multiply(op, operands, at, origin);
        }

        if (!Check(operands, at))
        {
            return null;
        }

        if (!operands.OfType<NodeValue>().Any(operand => TypeOf(operand) is { IsMat: true } or { OfExample: not null }))
        {
            return body.Add(op, operands, at, origin);
        }

        if (op.Kind == OpKind.Parameter)
        {
            // The squares of a parameter are summed once; those of a matrix of the example by what equations have.
            return TypeOf((NodeValue)operands[0]!).IsMat
                ? body.Add(op, operands, at, origin)
                : body.Add(Ops.Sum, [body.Add(Ops.Square, operands, at, origin)], at, origin);
        }

        return body.Add(op, operands.Select(operand => (Value?)OfExample((NodeValue)operand!)), at, origin);
    }

    /// <summary>The value as one of the example, which a parameter is not.</summary>
    public NodeValue OfExample(NodeValue value) =>
        TypeOf(value).IsMat ? new NodeValue(body.Graph.Add(Ops.Elements, value.Id)) : value;

    /// <summary>The same of a value that may be no node; a matrix that is transposed is reported.</summary>
    public Value? OfExample(Value? value, SyntaxNode at) =>
        value is NodeValue node ? OfExample(node)
        : Check([value], at) ? value
        : null;

    /// <summary>Whether all operands have a value, and none is a transposed matrix, which is reported.</summary>
    public bool Check(IEnumerable<Value?> operands, SyntaxNode at)
    {
        var all = operands.ToList();
        if (all.OfType<TransposedValue>().Any())
        {
            const string Instead = "it multiplies a vector: write 'Transpose(C) * x'";
            body.Findings.Report(
                Rules.Unsupported,
                Unsupported.Token(at),
                "A transposed matrix that is computed with",
                Instead
            );
            body.Findings.LeaveToCompiler();
        }

        return all.TrueForAll(operand => operand is not (null or TransposedValue));
    }

    private NodeValue? Multiply(Op op, IReadOnlyList<Value?> operands, SyntaxNode at, int origin)
    {
        if (!Check(operands.Skip(1), at) || operands[0] is null)
        {
            return null;
        }

        var vector = (NodeValue)operands[1]!;
        return operands[0] switch
        {
            TransposedValue { Matrix: var matrix } when TypeOf(matrix).IsMat => body.Add(
                Ops.MatTVec,
                [matrix, vector],
                at,
                origin
            ),
            TransposedValue { Matrix: var matrix } => Product(Ops.SumRows, matrix, Ops.EachColumn, vector, at, origin),
            NodeValue matrix when TypeOf(matrix).IsMat => body.Add(op, operands, at, origin),
            NodeValue matrix => Product(Ops.SumColumns, matrix, Ops.EachRow, vector, at, origin),
            _ => null,
        };
    }

    private NodeValue? Product(Op sum, NodeValue matrix, Op each, NodeValue vector, SyntaxNode at, int origin)
    {
        var repeated = Each(each, vector, DimOf(matrix), at, origin);
        return body.Add(sum, [body.Add(Ops.Mul, [matrix, repeated], at, origin)], at, origin);
    }

    private (NodeValue? Left, NodeValue? Right) Outer(NodeValue v, NodeValue k, SyntaxNode at, int origin)
    {
        var dim = new MatDim(TypeOf(v).Dims[0], TypeOf(k).Dims[0]);
        return (Each(Ops.EachColumn, v, dim, at, origin), Each(Ops.EachRow, k, dim, at, origin));
    }

    private NodeValue? Each(Op op, NodeValue vector, MatDim dim, SyntaxNode at, int origin) =>
        body.Add(op, [vector], at, origin, node => node with { Dim = dim });

    private MatDim DimOf(NodeValue matrix) => TypeOf(matrix).InExample().OfExample!;

    private TensorType TypeOf(NodeValue value) => body.Graph.TypeOf(value.Id);
}
