using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>Finds the cell or layer that an expression names: a field, an element of an array, the layer of a loop's iteration.</summary>
public sealed class Layers(Body body)
{
    /// <summary>Whether an expression names a layer, or a field with an error, which gives null.</summary>
    public bool TryFind(IOperation? expression, Frame frame, out LayerValue? layer)
    {
        layer = null;
        switch (expression)
        {
            case ILocalReferenceOperation local when frame[local.Local] is LayerValue value:
                layer = value;
                return true;
            case IArrayElementReferenceOperation { ArrayReference: IFieldReferenceOperation } element:
                var of = Field(element.ArrayReference);
                layer = of is null ? null : Element(of, element);
                return of != null || IsBroken(element.ArrayReference);
            default:
                var child = Field(expression);
                layer = child is null ? null : new LayerValue(child, child.Field.Name);
                return child is { Field.Count: null } || IsBroken(expression);
        }
    }

    /// <summary>The array of layers that an expression is, or null.</summary>
    public Child? Array(IOperation? expression)
    {
        while (expression is IConversionOperation { IsImplicit: true } conversion)
        {
            expression = conversion.Operand;
        }

        return Field(expression) is { Field.Count: not null } array ? array : null;
    }

    /// <summary>Reports a use of an array of layers that the language lacks; false if the expression uses no such array.</summary>
    public bool ReportUse(IOperation? expression)
    {
        if (Array(expression) is not { } array)
        {
            return false;
        }

        body.Findings.Report(Rules.LayerArrayUse, expression!.Syntax.GetLocation(), array.Field.Name);
        return true;
    }

    /// <summary>Whether an expression is a field, or a property in its place, that has a separate error.</summary>
    public bool IsBroken(IOperation? expression)
    {
        while (expression is IConversionOperation { IsImplicit: true } conversion)
        {
            expression = conversion.Operand;
        }

        return expression is IMemberReferenceOperation reference
            && Expressions.IsThis(reference.Instance)
            && body.Owner.Fields.IsBroken(reference.Member);
    }

    private Child? Field(IOperation? expression) =>
        expression is IFieldReferenceOperation reference && Expressions.IsThis(reference.Instance)
            ? body.Owner.Fields.Child(reference.Field)
            : null;

    private LayerValue? Element(Child array, IArrayElementReferenceOperation element)
    {
        var (name, count) = (array.Field.Name, array.Field.Count!);
        var isFromEnd = element.Indices[0] is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };
        var number = isFromEnd ? ((IUnaryOperation)element.Indices[0]).Operand : element.Indices[0];
        if (number.ConstantValue is not { HasValue: true, Value: int index })
        {
            body.Findings.Report(Rules.LayerArrayUse, element.Indices[0].Syntax.GetLocation(), name);
            return null;
        }

        var text = (isFromEnd ? "^" : "") + NumberText.Print(index);
        var place = isFromEnd ? count.Number - index : index;
        if (index < 0 || (count.Dim is null && (place < 0 || place >= count.Number)))
        {
            body.Findings.Report(Rules.LayerIndex, element.Indices[0].Syntax.GetLocation(), name, count, text);
            return null;
        }

        return new LayerValue(array, $"{name}[{text}]");
    }
}
