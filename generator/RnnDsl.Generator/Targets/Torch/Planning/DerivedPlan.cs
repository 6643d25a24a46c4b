using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>The matrices of a program that are computed of parameters: the fields that they need, and the calls.</summary>
internal sealed class DerivedPlan
{
    private readonly Program program;
    private readonly TensorNames names;
    private readonly Dictionary<string, string> wholes = [];
    private readonly Dictionary<string, string> gradients = [];
    private readonly Dictionary<string, string> operands = [];

    public DerivedPlan(Program program, TensorNames names)
    {
        (this.program, this.names) = (program, names);
        if (Matrices.Names.Count == 0)
        {
            return;
        }

        Method = names.Take("Derive");
        foreach (var matrix in Matrices.Names)
        {
            wholes[matrix] = Field(matrix) ?? names.Take("whole_" + CSharpText.Plain(matrix));
        }

        foreach (var leaf in Matrices.Graph.Parameters.Select(id => Matrices.Graph[id]))
        {
            operands[leaf.Name!] = Field(leaf.Name!) ?? Own(leaf);
        }

        foreach (var path in Matrices.Adjoints.Select(adjoint => adjoint.Name).Concat(Matrices.Trained))
        {
            AddGradient(path);
        }

        Calls = new DerivedCalls(Matrices, Leaf, names.Size);
    }

    public DerivedMatrices Matrices => program.Derived;

    /// <summary>The method that computes the matrices.</summary>
    public string Method { get; } = "";

    /// <summary>The calls that compute them; null where there is none.</summary>
    public DerivedCalls? Calls { get; }

    /// <summary>The parts of matrices that the program works on.</summary>
    public IEnumerable<NamedType> Parts => program.Parameters.Where(p => p is { Derived: not null, Part: not null });

    /// <summary>The parameters that only matrices are computed of.</summary>
    public List<Node> Operands { get; } = [];

    /// <summary>The parameters whose gradients come from matrices alone.</summary>
    public List<string> OwnGradients { get; } = [];

    /// <summary>The field of a whole matrix.</summary>
    public string Of(string matrix) => wholes[matrix];

    /// <summary>The field of a parameter that matrices are computed of.</summary>
    public string Operand(string path) => operands[path];

    /// <summary>The field of a gradient: of a whole matrix, or of a parameter.</summary>
    public string Gradient(string path) => gradients[path];

    /// <summary>Whether the program has gradients of a part of a matrix.</summary>
    public bool IsTrained(NamedType part) => program.Gradients.Any(gradient => gradient.Parameter == part.Name);

    private string Leaf(int id) =>
        Matrices.NameOf(id) is { } matrix ? wholes[matrix]
        : Matrices.Graph[id].Op == Ops.Input ? gradients[Matrices.Graph[id].Name!]
        : operands[Matrices.Graph[id].Name!];

    private string? Field(string path) =>
        program.Parameters.Any(p => p.Name == path && p.Part is null) ? names.Parameter(path) : null;

    private string Own(Node leaf)
    {
        Operands.Add(leaf);
        return names.Take(CSharpText.Identifier(leaf.Name!));
    }

    private void AddGradient(string path)
    {
        var isKnown = Field(path) is not null && program.Gradients.Any(gradient => gradient.Parameter == path);
        gradients[path] = isKnown ? names.Gradient(path) : names.Take("grad_" + CSharpText.Plain(path));
        if (!isKnown && !wholes.ContainsKey(path))
        {
            OwnGradients.Add(path);
        }
    }
}
