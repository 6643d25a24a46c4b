using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Windows;

/// <summary>
/// How values grow with the number of steps: a sum over the steps, and <c>Length</c>, as its first power, a mean, what is the same at
/// any length, and what is read at one step, as none. Where a value mixes powers, or is no power, that is not known.
/// </summary>
internal sealed class StepCounts
{
    private readonly Graph graph;
    private readonly double?[] powers;

    public StepCounts(Graph graph)
    {
        this.graph = graph;
        powers = new double?[graph.Nodes.Count];
        for (var id = 0; id < powers.Length; id++)
        {
            powers[id] = Find(graph[id]);
        }
    }

    /// <summary>Whether a value keeps its size, whatever the number of steps.</summary>
    public bool IsMean(int id) => powers[id] is 0;

    /// <summary>The first of the values that make one grow, among those that the linked method itself has written; or -1.</summary>
    public int Cause(int id)
    {
        var needed = new HashSet<int>();
        var open = new Stack<int>([id]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (powers[next] is not 0 && needed.Add(next))
            {
                foreach (var input in graph[next].Inputs)
                {
                    open.Push(input);
                }
            }
        }

        return needed.Where(each => graph[each].Origin >= 0).DefaultIfEmpty(-1).Min();
    }

    private double? Find(Node node)
    {
        var inputs = node.Inputs.Select(input => powers[input]).ToList();
        return node.Op.Degree is { } degree ? degree(At(0), At(1))
            // A curve, or a loop, of what keeps its size.
            : inputs.All(input => input is 0) ? 0
            : null;

        double? At(int place) => place < inputs.Count ? inputs[place] : 0;
    }
}
