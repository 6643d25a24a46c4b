using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>The states while a <c>Step</c> is lowered: of the step before until they are assigned, then of this one.</summary>
public sealed class States(Body body)
{
    private int[] current = [];
    private bool[] assigned = [];

    public IReadOnlyList<int> Current => current;

    /// <summary>Positions of the states that no equation has assigned.</summary>
    public IEnumerable<int> Unassigned => Enumerable.Range(0, assigned.Length).Where(i => !assigned[i]);

    public void Begin(IEnumerable<int> inputs)
    {
        current = inputs.ToArray();
        assigned = new bool[current.Length];
    }

    public Value Read(int state) => new NodeValue(current[state]);

    public void Assign(int state, Value? value, SyntaxNode at, Frame frame)
    {
        var name = body.Owner.Fields.States[state].Name;
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
            current[state] = node.Id;
        }

        assigned[state] = true;
    }
}
