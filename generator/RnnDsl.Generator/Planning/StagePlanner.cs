using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>
/// Assigns the values of a region to stages. Products wait until their operands are in memory; sums of products of one size
/// run together; an elementwise value is in the earliest stage of its size in which all its operands are live.
/// </summary>
internal sealed class StagePlanner
{
    private readonly StepBody body;
    private readonly TargetTraits target;
    private readonly Graph graph;
    private readonly bool[] uniform;
    private readonly int[] stageOf;
    private readonly Dictionary<int, int> copyStageOf = [];
    private readonly List<PlannedStage> stages = [];
    private readonly List<Gate> gates;
    private readonly List<int> wholes;
    private readonly List<int> values;
    private readonly List<int> copies;

    private StagePlanner(StepBody body, TargetTraits target)
    {
        (this.body, this.target) = (body, target);
        graph = body.Graph;
        uniform = Uniforms.Of(graph);
        stageOf = Enumerable.Repeat(-1, graph.Nodes.Count).ToArray();
        gates = Gate.Find(graph);
        var live = Uses.Live(graph);
        var summed = new HashSet<int>(gates.SelectMany(Parts));
        var computed = Enumerable.Range(0, live.Length).Where(id => live[id] && !uniform[id]).ToList();
        wholes = computed.Where(id => IsWhole(graph[id]) && !IsSumOfMatrix(id)).ToList();
        values = computed.Where(id => IsSumOfMatrix(id) || (graph[id].Op.IsPerUnit && !summed.Contains(id))).ToList();
        var inMemory = gates.SelectMany(Operands).Concat(wholes.SelectMany(OperandsOf));
        copies = inMemory
            .Where(id => uniform[id] || body.ParameterOf(id) is not null)
            .Concat(body.Targets.Keys.Where(id => uniform[id] || graph[id].Op.Kind == OpKind.Leaf))
            .Distinct()
            .OrderBy(id => id)
            .ToList();
    }

    public static StagePlan Plan(StepBody body, TargetTraits target)
    {
        var planner = new StagePlanner(body, target);
        planner.Run();
        planner.Sink();
        planner.RemoveEmpty();
        return new StagePlan(body, planner.stages, planner.stageOf, planner.Stored());
    }

    /// <summary>Whether an op is a whole stage by itself.</summary>
    public static bool IsWhole(Node node) =>
        node.Op.Kind is OpKind.Reduction or OpKind.Layout or OpKind.Parameter || node.Op == Ops.SumTime;

    // It is computed where the elements of the matrix are, which are not stored for it.
    private bool IsSumOfMatrix(int id) =>
        graph[id].Op.Kind == OpKind.Reduction && graph[graph[id].Inputs[0]].Type.OfExample is not null;

    // A target has accumulators for a few sums over the lines of a matrix; sums of lines are in memory.
    private bool IsSumOfLines(int id) => IsSumOfMatrix(id) && graph[id].Op.Repeats != RepeatKind.Row;

    // The size of the stage that computes a value.
    private Dim UnitsOf(int id) => body.Width(IsSumOfMatrix(id) ? graph[id].Inputs[0] : id);

    // What a whole stage reads from memory. Operands that are parameters are not in the region's memory.
    private IEnumerable<int> OperandsOf(int id) => graph[id].Op.Kind == OpKind.Parameter ? [] : graph[id].Inputs;

    private IEnumerable<int> Operands(Gate gate) => gate.Products.Select(product => graph[product].Inputs[1]);

    private IEnumerable<int> Parts(Gate gate)
    {
        var part = gate.Root;
        yield return part;
        while (graph[part].Op.IsSum)
        {
            foreach (var product in graph[part].Inputs)
            {
                yield return product;
            }

            part = graph[part].Inputs[0];
        }
    }

    private void Run()
    {
        Fuse();
        while (gates.Count + wholes.Count + values.Count + copies.Count > 0)
        {
            var ready = gates.Where(gate => Operands(gate).All(IsInMemory)).ToList();
            if (ready.Count > 0)
            {
                AddProducts(GateGroups.Of(graph, ready, target.Accumulators)[0]);
            }
            else if (wholes.Find(id => OperandsOf(id).All(IsInMemory)) is var whole && whole > 0)
            {
                wholes.Remove(whole);
                stageOf[whole] = stages.Count;
                stages.Add(new PlannedStage(body.Width(OperandsOf(whole).Append(whole).First()), whole));
            }
            else
            {
                AddEpilogue();
            }

            Fuse();
        }
    }

    private void AddProducts(IReadOnlyList<Gate> group)
    {
        var stage = new PlannedStage(body.Width(group[0].Root));
        foreach (var gate in GateOrder.Best(graph, group))
        {
            stage.Gates.Add(gate);
            stageOf[gate.Root] = stages.Count;
            gates.Remove(gate);
        }

        stages.Add(stage);
    }

    private void AddEpilogue()
    {
        var next = values.Where(id => CanRun(id, stages.Count, UnitsOf(id))).Concat(copies).DefaultIfEmpty(-1).First();
        if (next < 0)
        {
            throw new InvalidOperationException($"{body.Title}: no value can be computed next");
        }

        stages.Add(new PlannedStage(UnitsOf(next)));
    }

    // One pass over the values finds all that can be placed, since the graph is in topological order.
    private void Fuse()
    {
        values.RemoveAll(id =>
        {
            var width = UnitsOf(id);
            var found = FirstStage(id) is var first and >= 0 ? FindStage(first, id, width) : -1;
            if (found >= 0)
            {
                stageOf[id] = found;
                stages[found].Values.Add(id);
            }

            return found >= 0;
        });

        foreach (var id in copies.ToList())
        {
            var found = stages.FindIndex(stage => stage.IsFused && stage.Units == body.Width(id));
            if (found >= 0)
            {
                copyStageOf[id] = found;
                stages[found].Copies.Add(id);
                copies.Remove(id);
            }
        }
    }

    /// <summary>The first stage that may have all that a value reads; -1 while some of it has no place yet.</summary>
    private int FirstStage(int id)
    {
        var first = 0;
        foreach (var input in graph[id].Inputs)
        {
            if (!uniform[input] && !body.Sources.ContainsKey(input))
            {
                if (stageOf[input] < 0)
                {
                    return -1;
                }

                first = Math.Max(first, stageOf[input]);
            }
        }

        return first;
    }

    private int FindStage(int first, int id, Dim width)
    {
        for (var stage = first; stage < stages.Count; stage++)
        {
            if (
                stages[stage].IsFused
                && stages[stage].Units == width
                && CanRun(id, stage, width)
                && (!IsSumOfLines(id) || stages[stage].Values.Count(IsSumOfLines) < target.Accumulators)
            )
            {
                return stage;
            }
        }

        return -1;
    }

    // A value that no reader needs before a later stage is computed there, if what it is made of is in memory then, or made
    // for it alone: one store and one buffer less.
    private void Sink()
    {
        var readers = Uses.Readers(graph);
        var stored = Stored();
        for (var id = stageOf.Length - 1; id >= 0; id--)
        {
            var from = stageOf[id];
            var to = from < 0 ? -1 : readers[id].Select(reader => stageOf[reader]).DefaultIfEmpty(-1).Min();
            var made = new SortedSet<int>();
            if (to > from && IsSameKind(stages[from], stages[to]) && CanMove(id, readers, stored, made))
            {
                foreach (var moved in made)
                {
                    stages[from].Values.Remove(moved);
                    stages[to].Values.Add(moved);
                    stageOf[moved] = to;
                }

                stored = Stored();
            }
        }
    }

    private static bool IsSameKind(PlannedStage a, PlannedStage b) => a.IsFused && b.IsFused && a.Units == b.Units;

    private bool CanMove(int id, List<int>[] readers, HashSet<int> stored, SortedSet<int> made)
    {
        var stage = stages[stageOf[id]];
        made.Add(id);
        return stage.Values.Contains(id)
            && !body.Targets.ContainsKey(id)
            && readers[id].All(reader => made.Contains(reader) || IsValueAfter(reader, stageOf[id]))
            && graph[id]
                .Inputs.All(input =>
                    stageOf[input] < stageOf[id] || stored.Contains(input) || CanMove(input, readers, stored, made)
                );
    }

    private bool IsValueAfter(int id, int stage) => stageOf[id] > stage && stages[stageOf[id]].Values.Contains(id);

    private void RemoveEmpty()
    {
        var left = stages.Where(stage =>
            !stage.IsFused || stage.Gates.Count + stage.Values.Count + stage.Copies.Count > 0
        );
        var numbers = left.Select((stage, i) => (stage, i)).ToDictionary(pair => pair.stage, pair => pair.i);
        for (var id = 0; id < stageOf.Length; id++)
        {
            stageOf[id] = stageOf[id] < 0 ? -1 : numbers[stages[stageOf[id]]];
        }

        stages.RemoveAll(stage => !numbers.ContainsKey(stage));
    }

    private bool CanRun(int id, int stage, Dim units) =>
        graph[id]
            .Inputs.All(input =>
                uniform[input]
                || body.Sources.ContainsKey(input)
                || (
                    stageOf[input] >= 0
                    && (stageOf[input] < stage || (stageOf[input] == stage && body.Width(input) == units))
                )
            );

    // Whether a stage that is added now can read the value from memory.
    private bool IsInMemory(int id) => body.SlotOf(id) is not null || copyStageOf.ContainsKey(id) || stageOf[id] >= 0;

    private HashSet<int> Stored()
    {
        var stored = new HashSet<int>(body.Targets.Keys);
        for (var i = 0; i < stages.Count; i++)
        {
            var (stage, index) = (stages[i], i);
            stored.UnionWith(stage.Gates.SelectMany(Operands));
            stored.UnionWith(stage.IsFused ? stage.Values.Where(IsSumOfMatrix) : OperandsOf(stage.Whole));
            stored.UnionWith(
                stage
                    .Values.SelectMany(id => graph[id].Inputs)
                    .Where(id => stageOf[id] is var at && at >= 0 && at != index)
            );
        }

        return stored;
    }
}
