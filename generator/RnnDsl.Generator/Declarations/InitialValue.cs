using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations;

/// <summary>Reads <c>[Init]</c>; without it, Keras's choice.</summary>
public static class InitialValue
{
    private const string Constant = "Constant";
    private const string Default = "Default";

    public static ParameterField Read(IFieldSymbol field, TensorType type)
    {
        var (initializer, value) = Written(field);
        return new ParameterField(field.Name, type, initializer == Default ? ByType(type) : initializer, value);
    }

    private static (string Initializer, double Value) Written(IFieldSymbol field)
    {
        var arguments = field.Attribute(LanguageNames.Init)?.ConstructorArguments ?? [];
        return arguments.IsEmpty ? (Default, 1)
            : arguments[0].Kind != TypedConstantKind.Enum ? (Constant, Number(arguments[0]))
            : (Member(arguments[0]), arguments.Length > 1 ? Number(arguments[1]) : 1);
    }

    private static string Member(TypedConstant constant) =>
        constant
            .Type!.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(f => Equals(f.ConstantValue, constant.Value))
            ?.Name
        ?? Default;

    private static double Number(TypedConstant constant) =>
        Convert.ToDouble(constant.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string ByType(TensorType type) =>
        !type.IsMat ? "Zeros"
        : type.Dims[0] == type.Dims[1] ? "Orthogonal"
        : "GlorotUniform";
}
