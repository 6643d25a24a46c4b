using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// Lowers expressions, by an allow-list: any other construct is an error. No later stage would catch a construct that slips
/// through; it would become a wrong gradient.
/// </summary>
public sealed class Expressions(Body body)
{
    private readonly Assignments assignments = new(body);
    private readonly StateValues states = new(body);

    public Value? Lower(IOperation operation, Frame frame)
    {
        var origin = body.Findings.Visit(operation.Syntax);
        if (operation.ConstantValue is { HasValue: true, Value: { } constant } && Number(constant) is { } number)
        {
            return body.Add(Ops.Const, [], operation.Syntax, origin, node => node with { Number = number });
        }

        if (frame.InMap && LanguageTypes.IsSeq(operation.Type))
        {
            const string Instead = "take what you need of it before Map, in a local, or use the operators of Seq";
            return Unsupported.Report(body.Findings, operation, "a sequence inside Map", Instead);
        }

        return operation switch
        {
            IParameterReferenceOperation parameter => frame.Read(parameter.Parameter),
            ILocalReferenceOperation local when frame[local.Local] is not LayerValue => frame[local.Local],
            IFieldReferenceOperation field => Field(field, frame),
            IPropertyReferenceOperation { Instance: { } state } part when CellStates.IsState(state.Type) => states.Part(
                part,
                frame
            ),
            IPropertyReferenceOperation property => Property(property, frame, origin),
            IObjectCreationOperation creation when CellStates.IsState(creation.Type) => states.New(creation, frame),
            IWithOperation with when CellStates.IsState(with.Type) => states.With(with, frame),
            IUnaryOperation unary => Unary(unary, frame, origin),
            IBinaryOperation binary => Binary(binary, frame, origin),
            IConversionOperation conversion => Convert(conversion, frame),
            IInvocationOperation call => body.Calls.Lower(call, frame, origin),
            ITupleOperation tuple => new TupleValue(tuple.Elements.Select(e => Lower(e, frame)).ToList()),
            ISimpleAssignmentOperation or IDeconstructionAssignmentOperation or ICompoundAssignmentOperation =>
                assignments.Lower((IAssignmentOperation)operation, frame, origin),
            _ => Unsupported.Report(body.Findings, operation),
        };
    }

    public void SetLocal(ISymbol local, Value? value, Frame frame)
    {
        if ((value is LinearMatrix matrix ? matrix.Node : value) is NodeValue node)
        {
            body.Graph.SetName(node.Id, local.Name);
        }

        frame[local] = value;
    }

    public static bool IsThis(IOperation? instance) =>
        instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    /// <summary>An operator of the language, on operands that are already lowered.</summary>
    public Value? Operator(
        string? symbol,
        IReadOnlyList<IOperation> operands,
        IReadOnlyList<Value?> values,
        IOperation operation,
        Frame frame,
        int origin
    )
    {
        var types = operands.Select(o => frame.TypeOf(o.Type)).ToList();
        return symbol == null || types.Contains(null) || Ops.ByOperator(symbol, types!) is not { } op
            ? Unsupported.Report(body.Findings, operation)
            : body.Matrices.Add(op, values, operation.Syntax, origin);
    }

    private static double? Number(object constant) =>
        constant switch
        {
            double number => number,
            float number => number,
            int number => number,
            long number => number,
            _ => null,
        };

    private Value? Field(IFieldReferenceOperation reference, Frame frame)
    {
        var field = reference.Field;
        if (field.ContainingType.IsTupleType && reference.Instance is { } tuple)
        {
            return (Lower(tuple, frame) as TupleValue)?.Items[Position(field)];
        }

        var fields = body.Owner.Fields;
        if (IsThis(reference.Instance))
        {
            if (fields.IsBroken(field))
            {
                return null;
            }

            if (fields.Parameter(field) is { } parameter)
            {
                return new NodeValue(body.Parameters[parameter]);
            }

            if (fields.Setting(field) is { } setting)
            {
                return new NodeValue(body.Settings[setting]);
            }

            if (fields.State(field) is { } state)
            {
                return body.States.Read(state);
            }
        }

        return body.Layers.ReportUse(reference) ? null : Unsupported.Report(body.Findings, reference);
    }

    // pair.Item2 and pair.b are different symbols for the same element; their types may differ in what says nothing here, as in the
    // nullability of arguments that C# inferred, so the symbols are not compared.
    private static int Position(IFieldSymbol element)
    {
        var plain = element.CorrespondingTupleField!.Name;
        return element.ContainingType.TupleElements.ToList().FindIndex(e => e.CorrespondingTupleField!.Name == plain);
    }

    private Value? Property(IPropertyReferenceOperation reference, Frame frame, int origin) =>
        reference is { Property.Name: "Last", Instance: { } sequence } && LanguageTypes.IsSeq(sequence.Type)
            ? body.Add(Ops.Last, [Lower(sequence, frame)], reference.Syntax, origin)
        : reference is { Property.IsIndexer: true, Instance: { } table, Arguments.Length: 1 }
        && LanguageTypes.Read(reference.Arguments[0].Value.Type) is { IsToken: true }
            ? body.Add(
                Ops.Lookup,
                [Lower(table, frame), Lower(reference.Arguments[0].Value, frame)],
                reference.Syntax,
                origin
            )
        : IsThis(reference.Instance) && body.Owner.Fields.Setting(reference.Property) is { } setting
            ? new NodeValue(body.Settings[setting])
        : body.Owner.Fields.IsBroken(reference.Property) ? null
        : reference.Property.IsWrittenByUser() && reference.Property.ContainingType.DeclaredKind() != null
            ? Unsupported.Report(
                body.Findings,
                reference,
                $"the property '{reference.Property.Name}'",
                "equations have fields, and private methods for what is computed of them"
            )
        : reference.Property.ContainingType.DeclaredKind() != null ? Generated(reference)
        : body.Layers.ReportUse(reference.Instance) ? null
        : Unsupported.Report(body.Findings, reference);

    private Value? Generated(IPropertyReferenceOperation reference)
    {
        var token = Unsupported.Token(reference.Syntax);
        body.Findings.Report(Rules.GeneratedMember, token, reference.Property.Name, "it is for the users of the class");
        return null;
    }

    private Value? Unary(IUnaryOperation unary, Frame frame, int origin) =>
        unary.OperatorKind == UnaryOperatorKind.Plus
            ? Lower(unary.Operand, frame)
            : Operator(
                unary.OperatorKind == UnaryOperatorKind.Minus ? "-" : null,
                [unary.Operand],
                [Lower(unary.Operand, frame)],
                unary,
                frame,
                origin
            );

    private Value? Binary(IBinaryOperation binary, Frame frame, int origin) =>
        Operator(
            Unsupported.Symbol(binary.OperatorKind),
            [binary.LeftOperand, binary.RightOperand],
            [Lower(binary.LeftOperand, frame), Lower(binary.RightOperand, frame)],
            binary,
            frame,
            origin
        );

    // Numbers become scalars; a conversion that would round (to float, to int) is not an equation.
    private Value? Convert(IConversionOperation conversion, Frame frame)
    {
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        var isNumber =
            LanguageTypes.IsReal(from) || conversion.Operand.ConstantValue.HasValue || LanguageTypes.IsScalar(from);
        var widens = isNumber && (LanguageTypes.IsScalar(to) || to?.SpecialType == SpecialType.System_Double);
        var isTargetNew = conversion.Operand is IObjectCreationOperation && CellStates.IsState(to);
        var same = conversion.Conversion.IsIdentity || to?.IsTupleType == true || isTargetNew;
        return widens || same ? Lower(conversion.Operand, frame)
            : body.Layers.ReportUse((conversion.Operand as IPropertyReferenceOperation)?.Instance) ? null
            : Unsupported.Report(body.Findings, conversion);
    }
}
