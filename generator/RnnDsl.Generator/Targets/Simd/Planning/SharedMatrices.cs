using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd.Planning;

/// <summary>The derived matrices of the inference programs of a model, each once; programs may have one name for two of them.</summary>
internal sealed class SharedMatrices
{
    private readonly Dictionary<Graph, string> names = [];

    public SharedMatrices(IEnumerable<Program> programs)
    {
        var unique = new UniqueNames();
        foreach (var parameter in programs.SelectMany(program => program.Parameters))
        {
            if (parameter.Derived is { } expression && !names.ContainsKey(expression))
            {
                names.Add(expression, unique.Take(parameter.Whole));
            }
        }

        Matrices = DerivedMatrixPlans.Of(names.Select(pair => (pair.Value, pair.Key)).ToList(), training: false);
    }

    public DerivedMatrices Matrices { get; }

    /// <summary>The name of the matrix of an expression.</summary>
    public string NameOf(Graph expression) => names[expression];
}
