using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>Walks a graph in the order in which it runs (see <see cref="TimeLoops"/>) and adds its regions to the draft.</summary>
internal sealed class ProgramAssembly
{
    private readonly Graph graph;
    private readonly Placement placement;
    private readonly ProgramDraft draft;
    private readonly NextStates states;
    private readonly List<int>[] readers;
    private readonly HashSet<int> gradientParts;
    private readonly List<int> group = [];

    public ProgramAssembly(Graph graph, Placement placement, ProgramDraft draft, int first, NextStates states)
    {
        (this.graph, this.placement, this.draft, this.states) = (graph, placement, draft, states);
        readers = Uses.Readers(graph);
        gradientParts = GradientParts.Find(graph, first);
    }

    /// <summary>Adds the regions that compute the included nodes.</summary>
    public void AddRegions(Func<int, bool> included)
    {
        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            var node = graph[id];
            if (!included(id) || placement.IsFree(id) || gradientParts.Contains(id))
            {
                continue;
            }

            if (node.Op == Ops.Scan)
            {
                Flush();
                new LoopBuilder(placement, draft, id, readers[id]).Build();
            }
            else if (node.Op == Ops.Last)
            {
                CopyLast(id);
            }
            else if (node.Op == Ops.Reverse)
            {
                Flush();
                Reverse(id);
            }
            else if (IsComputed(node))
            {
                group.Add(id);
            }
        }

        Flush();
    }

    /// <summary>The slot of a value that is read as a whole; one that no buffer holds yet is copied into one.</summary>
    public BufferRef Slot(int id)
    {
        var overTime = graph[id].Type.OverTime;
        if (
            placement.Of(id) is ValueSource.Slot { Ref: var slot }
            && overTime == slot.Time is TimeIndex.Current or TimeIndex.Next
        )
        {
            return slot;
        }

        return Copy(id);
    }

    /// <summary>Copies a value into a new buffer.</summary>
    public BufferRef Copy(int id)
    {
        var type = graph[id].Type;
        var name = ValueNames.Of(graph, id);
        var target = type.OverTime
            ? new BufferRef(draft.AddBuffer(name, BufferKind.Steps, StepBody.WidthOf(type)), TimeIndex.Current)
            : draft.AddRow(name, type);
        var body = new StepBodyBuilder(name, placement);
        body.Store(body.Import(id), target);
        AddRegion(name, type.OverTime ? RegionKind.Forward : RegionKind.Once, body);
        return target;
    }

    /// <summary>Copies the last step of a sequence, whose slot differs from example to example.</summary>
    private void CopyLast(int id)
    {
        var sequence = graph[id].Inputs[0];
        var (name, own) = (ValueNames.Of(graph, sequence), graph[id].Name);
        var last = draft.AddRow(own is null || own == name ? "last_" + name : own, graph[id].Type);
        draft.AddLast(Slot(sequence).AtLast(), last);
        placement.Put(id, last);
    }

    private void Reverse(int id)
    {
        var name = graph[id].Name ?? "reversed_" + ValueNames.Of(graph, graph[id].Inputs[0]);
        var width = StepBody.WidthOf(graph[id].Type);
        var target = new BufferRef(draft.AddBuffer(name, BufferKind.Steps, width), TimeIndex.Current);
        var stage = new ReverseStage(draft.TakeStageName("Reverse." + name), Slot(graph[id].Inputs[0]), target, width);
        draft.AddRegion(name, RegionKind.Once, [stage]);
        placement.Put(id, target);
    }

    private static bool IsComputed(Node node) =>
        node.Op.IsPerUnit
        || node.Op.Kind is OpKind.Product or OpKind.Reduction or OpKind.Layout or OpKind.Parameter
        || node.Op == Ops.SumTime
        || node.Op == Ops.AtLast;

    private void Flush()
    {
        if (group.Count == 0)
        {
            return;
        }

        var own = new HashSet<int>(group);
        var kept = group
            .Where(id => graph.Outputs.Contains(id) || readers[id].Any(reader => !own.Contains(reader)))
            .Where(id => graph[id].Op != Ops.AtLast)
            .ToList();
        var title = string.Join(", ", kept.Select(id => ValueNames.Of(graph, id)).Distinct(StringComparer.Ordinal));
        var summed = group
            .Where(id => graph[id].Op == Ops.SumTime)
            .ToDictionary(id => id, id => Slot(graph[id].Inputs[0]));
        var body = new StepBodyBuilder("", placement);
        var map = new Dictionary<int, int>();
        var clears = new List<Stage>();
        var lasts = new List<(BufferRef Value, BufferRef Sequence)>();
        foreach (var id in group)
        {
            var node = graph[id];
            if (node.Op == Ops.AtLast && IsReadInEpilogues(id))
            {
                placement.Put(id, OwnRow(node.Inputs[0]) with { Time = TimeIndex.IfLast });
            }
            else if (node.Op == Ops.AtLast)
            {
                var sequence = ClearedSequence(id, clears);
                var value = map.ContainsKey(node.Inputs[0]) ? null : placement.Of(node.Inputs[0]) as ValueSource.Slot;
                var row = value?.Ref ?? draft.AddRow(ValueNames.Of(graph, node.Inputs[0]), graph[node.Inputs[0]].Type);
                if (value is null)
                {
                    body.Store(Local(node.Inputs[0]), row);
                }

                lasts.Add((row, sequence.AtLast()));
            }
            else
            {
                map[id] =
                    node.Op == Ops.SumTime
                        ? body.Nodes.Add(node with { Inputs = new([Summed(node.Inputs[0], summed[id])]) })
                        : body.Nodes.Copy(node, node.Inputs.Select(Local).ToList());
            }
        }

        foreach (var id in kept)
        {
            var slot = states.SlotOf(id) ?? draft.AddRow(ValueNames.Of(graph, id), graph[id].Type);
            body.Store(map[id], slot);
            placement.Put(id, slot);
        }

        group.Clear();
        draft.AddRegion("zero before the last step", RegionKind.Forward, clears);
        AddRegion(title, RegionKind.Once, body);
        foreach (var (value, sequence) in lasts)
        {
            draft.AddLast(value, sequence);
        }

        int Summed(int id, BufferRef slot) =>
            body.Input(
                new Node(Ops.Input, EquatableArray<int>.Empty, graph[id].Type.Step())
                {
                    Name = ValueNames.Of(graph, id),
                },
                slot
            );

        int Local(int id) => map.TryGetValue(id, out var local) ? local : body.Import(id);

        // A row that stays as it is until a loop reads it.
        BufferRef OwnRow(int id)
        {
            if (!map.ContainsKey(id) && placement.Of(id) is ValueSource.Slot { Ref: { Time: TimeIndex.None } known })
            {
                return known;
            }

            var row = draft.AddRow(ValueNames.Of(graph, id), graph[id].Type);
            body.Store(Local(id), row);
            return row;
        }
    }

    /// <summary>
    /// Whether only the epilogues of loops from the end read a value that is zero but at the last step: they know which step that is, and
    /// nothing is cleared, stored or loaded for the others.
    /// </summary>
    private bool IsReadInEpilogues(int id) =>
        !graph.Outputs.Contains(id)
        && readers[id]
            .All(reader =>
                graph[reader].Scan is { Reverse: true, States: > 0 } region
                && graph[reader]
                    .Inputs.Select((input, place) => (input, place))
                    .Where(operand => operand.input == id)
                    .All(operand => IsElementwise(region.Body, region.Body.Inputs.ElementAt(operand.place)))
            );

    private static bool IsElementwise(Graph body, int input) =>
        !body.Outputs.Contains(input)
        && body.Nodes.All(node => !node.Inputs.Contains(input) || node.Op.Kind == OpKind.Elementwise);

    private BufferRef ClearedSequence(int id, List<Stage> clears)
    {
        var name = ValueNames.Of(graph, id);
        var slot = new BufferRef(
            draft.AddBuffer(name, BufferKind.Steps, StepBody.WidthOf(graph[id].Type)),
            TimeIndex.Current
        );
        clears.Add(new ClearStage(draft.TakeStageName("Clear." + name), slot));
        placement.Put(id, slot);
        return slot;
    }

    private void AddRegion(string title, RegionKind kind, StepBodyBuilder body) =>
        draft.AddRegion(title, kind, StageBuilder.Build(body.Build(), draft));
}
