using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>Lowers assignments: a local or a state is assigned once; in a loop over layers, once an iteration.</summary>
public sealed class Assignments(Body body)
{
    public Value? Lower(IAssignmentOperation assignment, Frame frame, int origin)
    {
        if (assignment is ICompoundAssignmentOperation compound)
        {
            return Compound(compound, frame, origin);
        }

        // C# computes the whole right side before it assigns: (h, c) = (c, h) swaps.
        var value = body.Expressions.Lower(assignment.Value, frame);
        Assign(assignment.Target, value, frame);
        return value;
    }

    // h += x is h = h + x for a state, which is read and then gets its value; a local may change only in a loop over layers.
    private Value? Compound(ICompoundAssignmentOperation assignment, Frame frame, int origin)
    {
        if (State(assignment.Target) == null && !IsOpen(assignment.Target, frame))
        {
            Assign(assignment.Target, value: null, frame);
            return null;
        }

        var value = body.Expressions.Operator(
            Unsupported.Symbol(assignment.OperatorKind),
            [assignment.Target, assignment.Value],
            [body.Expressions.Lower(assignment.Target, frame), body.Expressions.Lower(assignment.Value, frame)],
            assignment,
            frame,
            origin
        );
        Assign(assignment.Target, value, frame);
        return value;
    }

    private void Assign(IOperation target, Value? value, Frame frame)
    {
        switch (target)
        {
            case IDiscardOperation:
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, frame);
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    Assign(tuple.Elements[i], (value as TupleValue)?.Items[i], frame);
                }

                break;
            case ILocalReferenceOperation local when !frame.Has(local.Local) || frame.Open.Remove(local.Local):
                body.Expressions.SetLocal(local.Local, value, frame);
                break;
            case ILocalReferenceOperation local:
                body.Findings.Report(Rules.LocalReassigned, target.Syntax.GetLocation(), local.Local.Name);
                break;
            case IParameterReferenceOperation parameter when frame.Open.Remove(parameter.Parameter):
                body.Expressions.SetLocal(parameter.Parameter, value, frame);
                break;
            case IParameterReferenceOperation parameter:
                body.Findings.Report(Rules.LocalReassigned, target.Syntax.GetLocation(), parameter.Parameter.Name);
                break;
            case IFieldReferenceOperation field when State(field) is { } state:
                body.States.Assign(state, value, field.Syntax, frame);
                break;
            case IFieldReferenceOperation field when body.Owner.Fields.IsBroken(field.Field):
                break;
            default:
                const string Instead = "only locals and states get a value; parameters are trained";
                Unsupported.Report(body.Findings, target, $"an assignment to '{target.Syntax}'", Instead);
                break;
        }
    }

    private static bool IsOpen(IOperation target, Frame frame) =>
        target switch
        {
            ILocalReferenceOperation local => frame.Open.Contains(local.Local),
            IParameterReferenceOperation parameter => frame.Open.Contains(parameter.Parameter),
            _ => false,
        };

    private int? State(IOperation target) =>
        target is IFieldReferenceOperation reference && Expressions.IsThis(reference.Instance)
            ? body.Owner.Fields.State(reference.Field)
            : null;
}
