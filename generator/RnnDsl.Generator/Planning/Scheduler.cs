using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>
/// Turns a linked graph into a program: regions of stages, buffers, packed weights, and how each gradient is summed.
/// </summary>
public static class Scheduler
{
    /// <summary>
    /// The program of a graph in the order in which it runs. Its outputs are results; of a training the loss, states, and the gradient of
    /// each parameter.
    /// </summary>
    /// <param name="ordered">The graph.</param>
    /// <param name="options">What is known besides.</param>
    /// <param name="training">Whether it is a differentiated loss.</param>
    /// <param name="notes">Choices of the passes before, for the header.</param>
    /// <exception cref="ScheduleException">The graph computes with matrices other than parameters.</exception>
    public static Program Plan(Graph ordered, ScheduleOptions options, bool training, IEnumerable<string> notes)
    {
        var first = training ? 1 + options.States : ordered.Outputs.Count;
        var placement = new Placement(ordered);
        var draft = new ProgramDraft(options.Target);
        var streamed = training ? 0 : options.States;
        var inputs = AddInputs(ordered, placement, draft, streamed);
        var states = new NextStates(ordered, first, inputs, streamed);
        var assembly = new ProgramAssembly(ordered, placement, draft, first, states);

        var live = Uses.Live(ordered);
        var forward = Uses.Ancestors(ordered, ordered.Outputs.Take(first));
        assembly.AddRegions(id => forward[id]);
        var outputs = new ProgramOutputs(ordered, assembly, draft, states).Build(first);
        var forwardRegions = draft.TakeRegions();

        assembly.AddRegions(id => live[id] && !forward[id]);
        var parameters = ordered
            .Parameters.Select(id => ordered[id])
            .Select(leaf => new NamedType(leaf.Name!, leaf.Type) { Part = leaf.Part, Derived = leaf.Derived })
            .ToList();
        var terms = new GradientTerms(ordered, assembly, GradientParts.Find(ordered, first));
        var gradients = training
            ? ordered
                .Trained.Select((id, i) => terms.Of(ordered[id].Name!, ordered.Outputs[first + i]))
                .ToEquatableArray()
            : EquatableArray<ParameterGradient>.Empty;
        var program = new Program(
            ordered.Name,
            parameters.ToEquatableArray(),
            inputs.ToEquatableArray(),
            outputs,
            draft.Buffers.ToEquatableArray(),
            draft.Packs.ToEquatableArray(),
            forwardRegions,
            draft.TakeRegions(),
            gradients,
            notes.ToEquatableArray()
        )
        {
            Derived = DerivedMatrixPlans.Of(ordered, training),
            IsTraining = training,
            Accumulators = options.Target.Accumulators,
        };
        program = training ? WithCarried(program, options) : program;
        return program with { Notes = program.Notes.Concat(KeptValues.Notes(program)).ToEquatableArray() };
    }

    private static Program WithCarried(Program program, ScheduleOptions options)
    {
        var start = program.Inputs.Count - (options.HasStart ? 1 : 0);
        var before = program.Inputs.Take(start).Skip(start - options.States);
        var after = program.Outputs.Skip(1);
        return program with
        {
            Carried = before.Zip(after, (b, a) => new CarriedState(b.Buffer, a.Source.Buffer)).ToEquatableArray(),
            Start = options.HasStart ? program.Inputs[start].Buffer : null,
        };
    }

    // The last ones are the states, if it is the step of a stream.
    private static List<ProgramInput> AddInputs(Graph graph, Placement placement, ProgramDraft draft, int states)
    {
        var inputs = new List<ProgramInput>();
        var ids = graph.Inputs.ToList();
        foreach (var id in ids)
        {
            var (name, type) = (graph[id].Name!, graph[id].Type);
            var (kind, time) =
                inputs.Count >= ids.Count - states ? (BufferKind.Alternating, TimeIndex.Before)
                : type.OverTime ? (BufferKind.Steps, TimeIndex.Current)
                : (BufferKind.Row, TimeIndex.None);
            var slot = new BufferRef(draft.AddBuffer(name, kind, StepBody.WidthOf(type)), time);
            placement.Put(id, slot);
            inputs.Add(new ProgramInput(name, type, slot));
        }

        return inputs;
    }
}
