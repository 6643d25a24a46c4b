using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>
/// Builds the region of one scan. A state's buffer has one slot more than there are steps where its history has a use, and two slots
/// otherwise. A stacked value that is the state, before or after the step, is the same buffer, shifted by one slot.
/// </summary>
internal sealed class LoopBuilder
{
    private readonly Placement placement;
    private readonly ProgramDraft draft;
    private readonly Node scan;
    private readonly ScanRegion region;
    private readonly Graph body;
    private readonly int[] inputs;
    private readonly ILookup<int, int> results;
    private readonly string title;

    public LoopBuilder(Placement placement, ProgramDraft draft, int scan, IEnumerable<int> readers)
    {
        (this.placement, this.draft) = (placement, draft);
        this.scan = placement.Graph[scan];
        region = this.scan.Scan!;
        body = region.Body;
        inputs = body.Inputs.ToArray();
        results = readers.ToLookup(reader => (int)placement.Graph[reader].Number);
        // A loop of sequence ops has no name, so its title lists what it computes.
        var computed = readers
            .Select(reader => ValueNames.Of(placement.Graph, reader))
            .Distinct(StringComparer.Ordinal);
        title = body.Name.Length > 0 ? body.Name : string.Join(", ", computed);
    }

    private TimeIndex Before => region.Reverse ? TimeIndex.Next : TimeIndex.Current;

    private TimeIndex After => region.Reverse ? TimeIndex.Current : TimeIndex.Next;

    private TimeIndex Initial => region.Reverse ? TimeIndex.End : TimeIndex.First;

    public void Build()
    {
        var nodes = new StepBodyBuilder(body.Name, placement);
        var copy = new GraphCopy(body, nodes.Nodes);
        var states = Enumerable.Range(0, region.States).Select(AddState).ToList();
        for (var i = 0; i < inputs.Length; i++)
        {
            copy[inputs[i]] =
                i < region.States
                    ? nodes.Input(body[inputs[i]], new BufferRef(states[i], Before))
                    : nodes.Import(scan.Inputs[i], body[inputs[i]].Name);
        }

        for (var id = 0; id < body.Nodes.Count; id++)
        {
            if (!copy.Has(id))
            {
                copy.Node(id);
            }
        }

        for (var j = 0; j < region.States; j++)
        {
            nodes.Store(copy[body.Outputs[j]], new BufferRef(states[j], After));
        }

        foreach (var stacked in StackedResults().GroupBy(k => body.Outputs[k]))
        {
            var slot = StateSlot(stacked.Key, states) ?? AddStacked(nodes, copy, stacked.Key, stacked.First());
            foreach (var index in stacked)
            {
                Put(index, slot);
            }
        }

        var kind = region.Reverse ? RegionKind.Reverse : RegionKind.Forward;
        draft.AddRegion(title, kind, StageBuilder.Build(nodes.Build(region.Reverse ? "_after" : "_before"), draft));
        for (var j = 0; j < region.States; j++)
        {
            PutFinal(j, new BufferRef(states[j], After));
        }
    }

    private IEnumerable<int> StackedResults() =>
        Enumerable.Range(region.States, region.Stacked).Where(results.Contains);

    private void Put(int result, BufferRef slot)
    {
        foreach (var id in results[result])
        {
            placement.Put(id, slot);
        }
    }

    // A reverse loop ends at slot 0, a forward loop at another slot for each example.
    private void PutFinal(int j, BufferRef state)
    {
        if (region.Reverse)
        {
            Put(j, state with { Time = TimeIndex.First });
        }
        else if (results.Contains(j))
        {
            var (name, own) = (ValueNames.Of(body, inputs[j]), placement.Graph[results[j].First()].Name);
            var final = draft.AddRow(own is null || own == name ? "final_" + name : own, body[inputs[j]].Type);
            draft.AddLast(state.AtLast(), final);
            Put(j, final);
        }
    }

    private string AddState(int j)
    {
        var before = inputs[j];
        var hasHistory = StackedResults().Any(k => body.Outputs[k] == before || body.Outputs[k] == body.Outputs[j]);
        var kind = hasHistory ? BufferKind.States : BufferKind.Alternating;
        var name = body[before].Name ?? "state";
        var buffer = draft.AddBuffer(name, kind, StepBody.WidthOf(body[before].Type));
        Initialize(scan.Inputs[j], name, new BufferRef(buffer, Initial));
        return buffer;
    }

    private void Initialize(int value, string name, BufferRef target)
    {
        if (Uniforms.IsZero(placement.Graph, value))
        {
            Add([new ClearStage(draft.TakeStageName("Clear." + name), target)]);
        }
        else if (placement.Of(value) is ValueSource.Slot { Ref: var source })
        {
            Add([new CopyStage(draft.TakeStageName("Copy." + name), source, target)]);
        }
        else
        {
            var nodes = new StepBodyBuilder("", placement);
            var computed = target.IsLast ? draft.AddRow(name, placement.Graph[value].Type) : target;
            nodes.Store(nodes.Import(value), computed);
            Add(StageBuilder.Build(nodes.Build(), draft));
            if (target.IsLast)
            {
                draft.AddLast(computed, target);
            }
        }

        void Add(IReadOnlyList<Stage> stages) => draft.AddRegion("initial states of " + title, RegionKind.Once, stages);
    }

    // The state that a stacked value is, if it is one.
    private BufferRef? StateSlot(int output, List<string> states)
    {
        for (var j = 0; j < states.Count; j++)
        {
            if (output == inputs[j])
            {
                return new BufferRef(states[j], Before);
            }

            if (output == body.Outputs[j])
            {
                return new BufferRef(states[j], After);
            }
        }

        return null;
    }

    private BufferRef AddStacked(StepBodyBuilder nodes, GraphCopy copy, int output, int result)
    {
        var name = body[output].Name ?? placement.Graph[results[result].First()].Name ?? ValueNames.Of(body, output);
        var slot = new BufferRef(
            draft.AddBuffer(name, BufferKind.Steps, StepBody.WidthOf(body[output].Type)),
            TimeIndex.Current
        );
        nodes.Store(copy[output], slot);
        return slot;
    }
}
