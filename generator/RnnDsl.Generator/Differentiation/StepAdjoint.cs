using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Differentiation;

/// <summary>
/// The equations of one step of a scan and, behind them, their adjoints. Which of these run in the forward loop and which in
/// the backward one is decided later.
/// </summary>
internal sealed class StepAdjoint
{
    private readonly ReverseWalk walk;
    private readonly List<int> inputs;
    private readonly int forwardCount;

    private StepAdjoint(ScanRegion scan, bool[] active, IEnumerable<int> outputs)
    {
        var body = scan.Body;
        var builder = new GraphBuilder(body.Name);
        foreach (var node in body.Nodes)
        {
            builder.Add(node);
        }

        inputs = body.Inputs.ToList();
        forwardCount = body.Nodes.Count;
        walk = new ReverseWalk(builder, active);
        foreach (var output in outputs)
        {
            var value = body[body.Outputs[output]];
            var name = output < scan.States ? body[inputs[output]].Name : (value.Name ?? "output") + "_out";
            Given[output] = builder.Input(AdjointNames.Of(name ?? "state"), value.Type);
        }

        foreach (var pair in Given)
        {
            walk.Add(body.Outputs[pair.Key], pair.Value);
        }

        walk.Run();
    }

    /// <summary>The forward nodes, then the adjoints.</summary>
    public IReadOnlyList<Node> Nodes => walk.Builder.Nodes;

    /// <summary>For the outputs of the body that have an adjoint (next states, stacked, summed): the input that brings it.</summary>
    public SortedDictionary<int, int> Given { get; } = [];

    /// <summary>
    /// The adjoint of a step, where adjoints of the outputs <paramref name="known"/> come from outside of the loop. A state
    /// also has one as soon as the step computes one for its earlier value: found by repetition.
    /// </summary>
    public static StepAdjoint Of(ScanRegion scan, bool[] active, IEnumerable<int> known)
    {
        var outputs = new SortedSet<int>(known);
        while (true)
        {
            var step = new StepAdjoint(scan, active, outputs);
            var fed = Enumerable.Range(0, scan.States).Where(state => step.AdjointOfInput(state) is not null).ToList();
            if (outputs.IsSupersetOf(fed))
            {
                return step;
            }

            outputs.UnionWith(fed);
        }
    }

    /// <summary>The adjoint of the operand at that place (states, sequences, captures), or null.</summary>
    public int? AdjointOfInput(int place) => walk.AdjointOf(inputs[place]);

    /// <summary>The nodes, not of the forward step, that the adjoints of its operands need, in order.</summary>
    public SortedSet<int> LiveAdjoints()
    {
        var live = new SortedSet<int>();
        var open = new Stack<int>(inputs.Select(walk.AdjointOf).OfType<int>());
        while (open.Count > 0)
        {
            var id = open.Pop();
            if (id >= forwardCount && live.Add(id))
            {
                foreach (var input in Nodes[id].Inputs)
                {
                    open.Push(input);
                }
            }
        }

        return live;
    }

    /// <summary>The values of the forward step that its adjoint uses.</summary>
    public IEnumerable<int> UsedValues() => Used(LiveAdjoints());

    /// <summary>Those of them that are a factor of a product.</summary>
    public IEnumerable<int> UsedFactors() => Used(LiveAdjoints().Where(id => Nodes[id].Op.Kind == OpKind.Product));

    private IEnumerable<int> Used(IEnumerable<int> adjoints) =>
        adjoints.SelectMany(id => Nodes[id].Inputs).Where(id => id < forwardCount).Distinct();
}
