using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>Takes a parameter's gradient apart into terms, each a sum over the batch and, where it has steps, over time.</summary>
internal sealed class GradientTerms(Graph graph, ProgramAssembly assembly, HashSet<int> parts)
{
    private readonly Dictionary<int, BufferRef> slots = [];

    public ParameterGradient Of(string parameter, int gradient)
    {
        var terms = new List<GradientTerm>();
        Add(gradient, overTime: false, terms);
        return new ParameterGradient(parameter, terms.ToEquatableArray());
    }

    private void Add(int id, bool overTime, List<GradientTerm> terms)
    {
        var node = graph[id];
        if (parts.Contains(id) && !GradientParts.IsTerm(node))
        {
            foreach (var input in node.Inputs)
            {
                Add(input, graph[input].Type.OverTime, terms);
            }
        }
        else if (!Factors(node).Append(id).Any(input => Uniforms.IsZero(graph, input)))
        {
            var rule = node.Op.Term;
            var adjoint = Slot(rule is null ? id : node.Inputs[rule.Adjoint]);
            var operand = rule?.Factor is { } factor ? Slot(node.Inputs[factor]) : null;
            terms.Add(
                new GradientTerm(
                    adjoint.Buffer,
                    adjoint.Time,
                    operand?.Buffer,
                    operand?.Time ?? TimeIndex.None,
                    overTime
                )
                {
                    IsByRow = rule is { IsByRow: true },
                    Scaled = rule?.Scaled is { } matrix ? graph[node.Inputs[matrix]].Name : null,
                }
            );
        }
    }

    // The step of a noise is no factor, though its number may be 0.
    private static IEnumerable<int> Factors(Node node) =>
        node.Op.Kind == OpKind.Noise ? node.Inputs.Take(1) : node.Inputs;

    private BufferRef Slot(int id)
    {
        if (!slots.TryGetValue(id, out var slot))
        {
            slot = assembly.Slot(id);
            slots[id] = slot;
        }

        return slot;
    }
}
