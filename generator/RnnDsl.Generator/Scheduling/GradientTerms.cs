using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling;

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
        if (parts.Contains(id) && node.Op != Ops.Outer)
        {
            foreach (var input in node.Inputs)
            {
                Add(input, graph[input].Type.OverTime, terms);
            }
        }
        else if (!node.Inputs.Append(id).Any(input => Uniforms.IsZero(graph, input)))
        {
            var isOuter = node.Op == Ops.Outer;
            var adjoint = Slot(isOuter ? node.Inputs[0] : id);
            var operand = isOuter ? Slot(node.Inputs[1]) : null;
            terms.Add(
                new GradientTerm(
                    adjoint.Buffer,
                    adjoint.Time,
                    operand?.Buffer,
                    operand?.Time ?? TimeIndex.None,
                    overTime
                )
            );
        }
    }

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
