using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>How matrices are computed of parameters, and how their adjoints are passed on: the calls of each value.</summary>
internal sealed class DerivedCalls
{
    private readonly DerivedMatrices matrices;
    private readonly Func<int, string> field;
    private readonly Func<Dim, string> size;
    private readonly TensorCalls calls;
    private readonly Dictionary<int, TensorValue> values = [];
    private readonly Dictionary<int, TensorExpression> computed = [];

    /// <param name="matrices">The matrices.</param>
    /// <param name="field">The tensor of a parameter, of a matrix, or of the adjoint of one.</param>
    /// <param name="size">C# for the size of a dim.</param>
    public DerivedCalls(DerivedMatrices matrices, Func<int, string> field, Func<Dim, string> size)
    {
        (this.matrices, this.field, this.size) = (matrices, field, size);
        calls = new TensorCalls(matrices.TypeOf(matrices.Names[0]).Dims[0]);
        for (var id = 0; id < matrices.Graph.Nodes.Count; id++)
        {
            values[id] = ValueOf(id, matrices.Graph[id]);
        }
    }

    /// <summary>The calls that compute a value; a variable is that of the node whose number it has.</summary>
    public TensorExpression this[int id] => computed[id];

    /// <summary>The values that the matrices are computed of, and they.</summary>
    public IEnumerable<int> Forward => matrices.Forward.Where(computed.ContainsKey);

    /// <summary>
    /// The values that the adjoints are computed of, and they. What the matrices are computed of is computed again; the matrices are there.
    /// </summary>
    public IEnumerable<int> Backward
    {
        get
        {
            var needed = new HashSet<int>(matrices.Backward);
            for (var id = matrices.Graph.Nodes.Count - 1; id >= 0; id--)
            {
                foreach (var input in needed.Contains(id) ? matrices.Graph[id].Inputs : [])
                {
                    if (matrices.NameOf(input) is null)
                    {
                        needed.Add(input);
                    }
                }
            }

            return needed.Where(computed.ContainsKey).OrderBy(id => id);
        }
    }

    private static TensorValue Number(string text) => new(new TensorExpression.Number(text), TensorShape.Number);

    private static TensorValue Tensor(TensorExpression expression) => new(expression, TensorShape.Full);

    private TensorValue ValueOf(int id, Node node)
    {
        if (node.Op == Ops.Const || node.Op == Ops.Size)
        {
            return Number(node.Op == Ops.Const ? CSharpText.Float(node.Number) : size(node.Dim!));
        }

        if (node.IsLeaf)
        {
            return Tensor(new TensorExpression.Number(field(id)));
        }

        var operands = node.Inputs.Select(input => values[input]).ToList();
        var value = calls.Apply(node.Op, operands[0], operands.Count > 1 ? operands[1] : null);
        if (value.Shape == TensorShape.Number)
        {
            return value;
        }

        computed[id] = value.Expression;
        return Tensor(
            matrices.NameOf(id) is null
                ? new TensorExpression.Variable(CSharpText.Number(id))
                : new TensorExpression.Number(field(id))
        );
    }
}
