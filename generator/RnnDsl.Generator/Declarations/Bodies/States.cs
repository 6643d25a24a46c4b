using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// The states while a <c>Step</c> is lowered: of the step before until they are assigned, then of this one. A state with a delay is read
/// from its last earlier value; those values move on by one at every step.
/// </summary>
public sealed class States(Body body)
{
    private int[] read = [];
    private int[] current = [];
    private bool[] assigned = [];

    /// <summary>The values after the step, in the order of the cell's states.</summary>
    public IReadOnlyList<int> Current => current;

    /// <summary>Positions of the states that no equation has assigned.</summary>
    public IEnumerable<int> Unassigned =>
        Enumerable.Range(0, Fields.Count).Where(i => Fields[i].After is null && !assigned[i]);

    private List<StateField> Fields => body.Owner.Fields.States;

    public void Begin(IReadOnlyList<int> inputs)
    {
        (read, current) = (inputs.ToArray(), inputs.ToArray());
        assigned = new bool[current.Length];
        for (var (state, i) = (0, 0); i < Math.Min(Fields.Count, inputs.Count); i++)
        {
            state = Fields[i].After is null ? i : state;
            current[i] = i == state ? inputs[i] : inputs[i - 1];
            read[state] = inputs[i];
        }
    }

    public Value Read(int state) => new NodeValue(read[state]);

    public void Assign(int state, Value? value, SyntaxNode at, Frame frame)
    {
        var name = Fields[state].Name;
        if (frame.IsHelper)
        {
            body.Findings.Report(Rules.StateInMethod, at.GetLocation(), name, frame.Method.Name);
        }
        else if (assigned[state] || frame.InLoop)
        {
            body.Findings.Report(Rules.StateAssignedTwice, at.GetLocation(), name);
        }
        else if (body.Matrices.OfExample(value, at) is NodeValue node)
        {
            body.Graph.SetName(node.Id, name);
            current[state] = read[state] = node.Id;
        }

        assigned[state] = true;
    }

    /// <summary>One step of a cell that this cell holds: it takes the inner cell's states and leaves new ones.</summary>
    public Value? Step(
        LayerValue cell,
        IMethodSymbol step,
        IReadOnlyList<Value?> arguments,
        SyntaxNode at,
        Frame frame,
        int origin
    )
    {
        if (frame.InLoop)
        {
            const string Instead = "a cell has one state; write the calls one by one, each of a field";
            Unsupported.Report(body.Findings, at, $"A step of '{cell.Name}' in a loop", Instead);
            return null;
        }

        var first = Fields.Count + body.Owner.Fields.Inner.TakeWhile(c => c != cell.Child).Sum(c => c.States.Count());
        var states = cell.Child.States.ToList();
        var given = arguments.Select(value => body.Matrices.OfExample(value, at));
        var taken = states.Select(Value? (_, i) => new NodeValue(current[first + i]));
        var types = states.Select(state => state.Type).Prepend(frame.TypeOf(step.ReturnType)!).ToList();
        if (body.CallAll($"{cell.Name}.{DslNames.Step}", types, [.. given, .. taken], origin) is not { } results)
        {
            return null;
        }

        for (var i = 0; i < states.Count; i++)
        {
            current[first + i] = read[first + i] = results[i + 1];
        }

        return new NodeValue(results[0]);
    }
}
