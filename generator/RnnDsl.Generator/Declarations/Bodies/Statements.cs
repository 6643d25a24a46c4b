using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>Lowers the statements of a body: locals, assignments, and one return at its end.</summary>
public sealed class Statements(Body body)
{
    private readonly LayerLoops loops = new(body);

    /// <summary>Lowers statements up to the return and returns its value.</summary>
    public Value? Run(IEnumerable<IOperation> statements, Frame frame)
    {
        var returned = false;
        Value? value = null;
        foreach (var statement in statements)
        {
            if (returned)
            {
                Unsupported.Report(body.Findings, statement, "a statement after 'return'", "remove it");
                return null;
            }

            if (statement is IReturnOperation { ReturnedValue: { } result })
            {
                returned = true;
                value = body.Expressions.Lower(result, frame);
            }
            else
            {
                Lower(statement, frame);
            }
        }

        return value;
    }

    /// <summary>Lowers the body of a loop over layers.</summary>
    public void RunTurn(IOperation turn, Frame frame)
    {
        foreach (var statement in turn is IBlockOperation block ? block.Operations : [turn])
        {
            if (statement is IReturnOperation)
            {
                const string Instead = "every layer has its turn; return what the last one gives, after the loop";
                Unsupported.Report(body.Findings, statement, "a 'return' in a loop", Instead);
            }
            else
            {
                Lower(statement, frame);
            }
        }
    }

    private void Lower(IOperation statement, Frame frame)
    {
        switch (statement)
        {
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(d => d.Declarators))
                {
                    Declare(declarator, frame);
                }

                break;
            case IExpressionStatementOperation { Operation: IAssignmentOperation assignment }:
                body.Expressions.Lower(assignment, frame);
                break;
            case IExpressionStatementOperation { Operation: IInvocationOperation call }:
                Unsupported.Report(
                    body.Findings,
                    call,
                    "a call whose value is not used",
                    "use its value, or remove it"
                );
                break;
            case IExpressionStatementOperation expression:
                Unsupported.Report(body.Findings, expression.Operation);
                break;
            case IForEachLoopOperation loop:
                loops.Lower(loop, frame);
                break;
            case IEmptyOperation:
                break;
            default:
                Unsupported.Report(body.Findings, statement);
                break;
        }
    }

    private void Declare(IVariableDeclaratorOperation declarator, Frame frame)
    {
        // A constant is a number wherever it is used; a local without a value gets it by its one assignment.
        if (declarator.Symbol.IsConst || declarator.GetVariableInitializer() is not { } initializer)
        {
            return;
        }

        body.Expressions.SetLocal(declarator.Symbol, body.Expressions.Lower(initializer.Value, frame), frame);
    }
}
