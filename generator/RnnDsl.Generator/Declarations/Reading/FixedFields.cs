using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Reads <c>[Frozen]</c> and <c>[Constant]</c>: fields that no training changes.</summary>
public static class FixedFields
{
    /// <summary>The parameter, fixed if its field says so. A constant that nothing gives numbers is an error.</summary>
    public static ParameterField Read(IFieldSymbol field, ParameterField parameter, Findings findings)
    {
        var isConstant = field.Attribute(DslNames.Constant) != null;
        if (isConstant && field.Attribute(DslNames.Init) == null)
        {
            var sizes = parameter.Type.IsMat ? "int rows, int columns" : "int size";
            findings.Report(Rules.ConstantNumbers, field.Locations[0], field.Name, sizes);
        }

        return parameter with
        {
            IsFixed = isConstant || field.Attribute(DslNames.Frozen) != null,
        };
    }

    /// <summary>Reports a state that is said to be fixed.</summary>
    public static void CheckState(IFieldSymbol field, Findings findings)
    {
        if (field.Attribute(DslNames.Constant) != null || field.Attribute(DslNames.Frozen) != null)
        {
            findings.Report(Rules.FixedPlace, field.Locations[0], field.Name, "a state changes at every step");
        }
    }

    /// <summary>Reports a cell or a layer that is said to be a constant.</summary>
    public static void CheckChild(IFieldSymbol field, Findings findings)
    {
        if (field.Attribute(DslNames.Constant) != null)
        {
            const string What = "a constant is a Mat or a Vec; of a cell or a layer write [Frozen]";
            findings.Report(Rules.FixedPlace, field.Locations[0], field.Name, What);
        }
    }
}
