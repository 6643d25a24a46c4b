using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Differentiation;

/// <summary>
/// The adjoint half of a <see cref="StepAdjoint"/>, cut out as the body of a separate loop. Its states are the adjoints of
/// the forward loop's states; its sequences are the adjoints of stacked values, then the sequences that it reads again, then
/// the saved values; its captures are the adjoints of summed values, then the captures that it reads again.
/// </summary>
internal sealed class BackwardBody
{
    private readonly ScanRegion scan;
    private readonly StepAdjoint step;
    private readonly GraphBuilder builder;
    private readonly Dictionary<int, int> moved = [];

    /// <param name="scan">The forward loop, with names for what is saved.</param>
    /// <param name="step">Its step, differentiated.</param>
    /// <param name="residuals">What the forward loop hands over.</param>
    public BackwardBody(ScanRegion scan, StepAdjoint step, Residuals residuals)
    {
        this.scan = scan;
        this.step = step;
        builder = new GraphBuilder(AdjointNames.Of(scan.Body.Name));
        States = Given(0, scan.States);
        StackedAdjoints = Given(scan.States, scan.Stacked);
        SummedAdjoints = Given(scan.States + scan.Stacked, scan.Summed);
        var inputs = scan.Body.Inputs.ToList();
        ReadSequences = Read(inputs, residuals, scan.States, scan.Sequences);
        ReadCaptures = Read(inputs, residuals, scan.States + scan.Sequences, scan.Captures);
        Stacked = Wanted(scan.States, scan.Sequences);
        Summed = Wanted(scan.States + scan.Sequences, scan.Captures);

        AddGiven(States);
        AddGiven(StackedAdjoints);
        AddRead(ReadSequences.Select(place => inputs[place]));
        AddSaved(residuals.Saved, new HashSet<int>(inputs.Take(scan.States)));
        AddGiven(SummedAdjoints);
        AddRead(ReadCaptures.Select(place => inputs[place]));
        AddComputed(residuals);
        Region = BuildRegion(residuals.Saved.Count);
    }

    /// <summary>The states, by place, whose adjoints are carried.</summary>
    public IReadOnlyList<int> States { get; }

    /// <summary>The forward loop's stacked outputs whose adjoints it reads, by place among all outputs.</summary>
    public IReadOnlyList<int> StackedAdjoints { get; }

    /// <summary>The forward loop's summed outputs whose adjoints it reads, by place among all outputs.</summary>
    public IReadOnlyList<int> SummedAdjoints { get; }

    /// <summary>The forward loop's sequences that it reads again, by place among all operands.</summary>
    public IReadOnlyList<int> ReadSequences { get; }

    /// <summary>The forward loop's captures that it reads again, by place among all operands.</summary>
    public IReadOnlyList<int> ReadCaptures { get; }

    /// <summary>The sequences whose adjoints it stacks, by place among all operands.</summary>
    public IReadOnlyList<int> Stacked { get; }

    /// <summary>The captures whose adjoints it sums, by place among all operands.</summary>
    public IReadOnlyList<int> Summed { get; }

    /// <summary>The loop.</summary>
    public ScanRegion Region { get; }

    private List<int> Given(int first, int count) =>
        step.Given.Keys.Where(output => output >= first && output < first + count).ToList();

    private List<int> Wanted(int first, int count) =>
        Enumerable.Range(first, count).Where(place => step.AdjointOfInput(place) is not null).ToList();

    private static List<int> Read(List<int> inputs, Residuals residuals, int first, int count) =>
        Enumerable.Range(first, count).Where(place => residuals.Read.Contains(inputs[place])).ToList();

    private void AddGiven(IReadOnlyList<int> outputs)
    {
        foreach (var leaf in outputs.Select(output => step.Given[output]))
        {
            moved[leaf] = builder.Add(step.Nodes[leaf]);
        }
    }

    private void AddRead(IEnumerable<int> ids)
    {
        foreach (var id in ids)
        {
            moved[id] = builder.Add(scan.Body[id]);
        }
    }

    private void AddSaved(IEnumerable<int> ids, HashSet<int> states)
    {
        foreach (var id in ids)
        {
            // Its own name is that of the value after the step.
            var name = (scan.Body[id].Name ?? scan.Body[id].Op.Name) + (states.Contains(id) ? "_prev" : "");
            moved[id] = builder.Input(name, scan.Body[id].Type);
        }
    }

    private void AddComputed(Residuals residuals)
    {
        foreach (var id in residuals.Recomputed.Concat(step.LiveAdjoints()))
        {
            if (!moved.ContainsKey(id))
            {
                var node = step.Nodes[id];
                moved[id] = builder.Copy(node, node.Inputs.Select(input => moved[input]));
            }
        }
    }

    private ScanRegion BuildRegion(int saved)
    {
        var outputs = new List<int>();
        foreach (var state in States)
        {
            var type = scan.Body[scan.Body.Outputs[state]].Type;
            outputs.Add(step.AdjointOfInput(state) is { } id ? moved[id] : AdjointShape.Zero(builder, type));
            builder.SetName(outputs[outputs.Count - 1], AdjointNames.Of(StateName(state)));
        }

        outputs.AddRange(Stacked.Concat(Summed).Select(place => moved[step.AdjointOfInput(place)!.Value]));
        return new ScanRegion(
            builder.Build([.. outputs]),
            States.Count,
            StackedAdjoints.Count + ReadSequences.Count + saved,
            SummedAdjoints.Count + ReadCaptures.Count,
            Stacked.Count,
            Summed.Count,
            !scan.Reverse
        );
    }

    private string StateName(int state) => scan.Body[scan.Body.Inputs.ElementAt(state)].Name ?? "state";
}
