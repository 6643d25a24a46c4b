using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>Lowers values of a cell's <c>State</c>, which are tuples of the states: <c>new(h0, c0)</c>, <c>state.c</c>.</summary>
public sealed class StateValues(Body body)
{
    /// <summary>The arguments of a call, with each state split into its parts, those of inner cells too.</summary>
    public static IReadOnlyList<Value?> Flat(IEnumerable<Value?> arguments) =>
        arguments.SelectMany(a => a is TupleValue tuple ? Flat(tuple.Items) : [a]).ToList();

    public Value? New(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Arguments.Length == 0)
        {
            const string Instead = "give each state its value; a Scan without 'from' starts from zeros";
            return Unsupported.Report(body.Findings, creation, "'new' without the states", Instead);
        }

        var items = creation
            .Arguments.OrderBy(a => a.Parameter!.Ordinal)
            .Select(a => body.Expressions.Lower(a.Value, frame))
            .ToList();
        return creation.Initializer is { } initializer ? With(items, initializer, frame) : new TupleValue(items);
    }

    /// <summary>The state with other values for some of its parts.</summary>
    public Value? With(IWithOperation with, Frame frame) =>
        body.Expressions.Lower(with.Operand, frame) is TupleValue { Items: var items }
            ? With(items, with.Initializer, frame)
            : null;

    public Value? Part(IPropertyReferenceOperation part, Frame frame) =>
        body.Expressions.Lower(part.Instance!, frame) is TupleValue { Items: var items } ? items[Position(part)] : null;

    private TupleValue With(
        IReadOnlyList<Value?> items,
        IObjectOrCollectionInitializerOperation initializer,
        Frame frame
    )
    {
        var changed = items.ToArray();
        foreach (var assignment in initializer.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            changed[Position((IPropertyReferenceOperation)assignment.Target)] = body.Expressions.Lower(
                assignment.Value,
                frame
            );
        }

        return new TupleValue(changed);
    }

    private static int Position(IPropertyReferenceOperation part) =>
        CellStates.Properties(part.Property.ContainingType).First(p => p.Name == part.Property.Name).Ordinal;
}
