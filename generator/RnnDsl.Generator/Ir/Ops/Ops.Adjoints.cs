namespace RnnDsl.Generator.Ir;

/// <summary>
/// How rows write their adjoint rule: from the operands, the result y and its adjoint d to the adjoint of each operand, of the
/// result's type; reverse mode sums it down to the operand's type where the op broadcast it.
/// </summary>
public static partial class Ops
{
    private delegate Term UnaryAdjoint(Term a, Term y, Term d);

    private delegate (Term First, Term Second) BinaryAdjoint(Term a, Term b, Term y, Term d);

    private static AdjointRule Unary(UnaryAdjoint rule) =>
        (graph, inputs, result, adjoint) =>
            [rule(new Term(graph, inputs[0]), new Term(graph, result), new Term(graph, adjoint)).Id];

    private static AdjointRule Binary(BinaryAdjoint rule) =>
        (graph, inputs, result, adjoint) =>
        {
            var (a, b) = (new Term(graph, inputs[0]), new Term(graph, inputs[1]));
            var (first, second) = rule(a, b, new Term(graph, result), new Term(graph, adjoint));
            return [first.Id, second.Id];
        };
}
