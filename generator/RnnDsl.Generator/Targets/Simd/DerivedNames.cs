using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>The C# names of derived matrices, of what they are computed of and of what is computed on the way: fields of a class.</summary>
/// <param name="matrices">The matrices.</param>
/// <param name="take">Gives a name that the class does not have yet.</param>
internal sealed class DerivedNames(DerivedMatrices matrices, Func<string, string> take)
{
    private readonly Dictionary<int, string> values = [];
    private readonly Dictionary<string, string> operands = [];
    private readonly Dictionary<string, string> gradients = [];
    private readonly List<string> own = [];

    public DerivedMatrices Matrices => matrices;

    /// <summary>The memory of the values, each with a value of its type: the matrices, and what is computed on the way.</summary>
    public IEnumerable<(string Field, int Value)> Memory =>
        values.GroupBy(pair => pair.Value, pair => pair.Key).Select(sharing => (sharing.Key, sharing.First()));

    /// <summary>The parameters that only derived matrices read, with their fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Operands => operands.Where(pair => own.Contains(pair.Value));

    /// <summary>The gradients, of parameters, that only derived matrices add to, with their fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Gradients => gradients.Where(pair => own.Contains(pair.Value));

    /// <summary>Whether a number is written where it is used, so that it needs no memory.</summary>
    public bool IsInline(int id) =>
        matrices.Graph[id].Op == Ops.Const
        && matrices
            .Graph.Nodes.Where(node => node.Inputs.Contains(id))
            .All(reader =>
                reader.Op.Kind == OpKind.Elementwise
                && reader.Inputs.Any(input => matrices.Graph[input].Op != Ops.Const)
            );

    /// <summary>Names the matrices.</summary>
    /// <param name="known">The field of the matrix, or of a parameter, if the class has one; else null.</param>
    public DerivedNames Name(Func<string, string?> known)
    {
        foreach (var path in matrices.Graph.Parameters.Select(id => matrices.Graph[id].Name!))
        {
            operands[path] = known(path) ?? Own(CSharpText.Identifier(path));
        }

        foreach (var matrix in matrices.Names)
        {
            values[matrices.Of(matrix)] = known(matrix) ?? take(CSharpText.Identifier(matrix));
        }

        NameValues(matrices.Forward.Where(id => !IsInline(id)).ToList());
        NameValues(matrices.Backward.Where(id => !IsInline(id)).ToList());
        return this;
    }

    /// <summary>Names the gradients.</summary>
    /// <param name="known">The field of the gradient of a parameter, or of a whole matrix, if the class has one; else null.</param>
    public void NameGradients(Func<string, string?> known)
    {
        foreach (var path in matrices.Adjoints.Select(adjoint => adjoint.Name).Concat(matrices.Trained))
        {
            gradients[path] = known(path) ?? Own("grad_" + CSharpText.Plain(path));
        }
    }

    /// <summary>The field of a whole derived matrix.</summary>
    public string Of(string matrix) => values[matrices.Of(matrix)];

    /// <summary>The field of a value.</summary>
    public string Of(int id)
    {
        var node = matrices.Graph[id];
        return node.Op == Ops.Input ? gradients[node.Name!]
            : node.Op == Ops.Parameter ? operands[node.Name!]
            : values[id];
    }

    /// <summary>The field of the gradient of a parameter, or of a whole derived matrix.</summary>
    public string Gradient(string path) => gradients[path];

    // A value shares memory with earlier ones of its shape that are not read any more. What another pass reads stays: it may run again.
    private void NameValues(List<int> pass)
    {
        var free = new List<(TensorType Type, string Field)>();
        for (var at = 0; at < pass.Count; at++)
        {
            var id = pass[at];
            if (!values.ContainsKey(id))
            {
                var type = matrices.Graph[id].Type;
                var place = free.FindIndex(field => field.Type == type);
                values[id] =
                    place < 0 ? take(string.Join("_", type.Dims.Select(Plain).Prepend("part"))) : free[place].Field;
                if (place >= 0)
                {
                    free.RemoveAt(place);
                }
            }

            free.AddRange(
                pass.Take(at + 1)
                    .Where(value => LastRead(value, pass) == at && matrices.NameOf(value) is null)
                    .Select(value => (matrices.Graph[value].Type, values[value]))
            );
        }
    }

    // Where a pass reads a value for the last time; never, if another pass reads it, or if it is a number that no pass computes.
    private int? LastRead(int value, List<int> pass)
    {
        if (matrices.Graph[value].Op.Kind == OpKind.Leaf)
        {
            return null;
        }

        var readers = Enumerable
            .Range(0, matrices.Graph.Nodes.Count)
            .Where(reader => matrices.Graph[reader].Inputs.Contains(value))
            .Select(reader => pass.IndexOf(reader))
            .Append(pass.IndexOf(value))
            .ToList();
        return readers.Contains(-1) ? null : readers.Max();
    }

    private static string Plain(Dim dim) => CSharpText.Plain(dim.ToString());

    private string Own(string wanted)
    {
        own.Add(take(wanted));
        return own[own.Count - 1];
    }
}
