using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Reads <c>[Init]</c>; the default is that of Keras.</summary>
public static class InitialValue
{
    private const string Constant = "Constant";
    private const string Default = "Default";

    public static ParameterField Read(IFieldSymbol field, TensorType type, Findings findings, CancellationToken cancel)
    {
        var attribute = field.Attribute(DslNames.Init);
        var arguments = attribute?.ConstructorArguments ?? [];
        if (arguments.IsEmpty || arguments.Any(argument => argument.Kind == TypedConstantKind.Error))
        {
            return new ParameterField(field.Name, type, ByType(type), 1);
        }

        if (arguments[0].Value is string && type.IsScalar)
        {
            const string What = "one number: write it, '[Init(0.5)]'";
            Report(attribute!, 0, field, What, findings, cancel);
            return new ParameterField(field.Name, type, ByType(type), 1);
        }

        if (arguments[0].Value is string name)
        {
            var method = InitMethods.Find(field, type, name, attribute!, findings, cancel);
            return new ParameterField(field.Name, type, "Zeros", 1) { Method = method };
        }

        var isEnum = arguments[0].Kind == TypedConstantKind.Enum;
        var member = isEnum ? Member(arguments[0]) : Constant;
        var value = Array.FindIndex([.. arguments], argument => argument.Kind != TypedConstantKind.Enum);
        var number = value < 0 ? 1 : Number(arguments[value]);
        double? high = arguments.Length > 2 ? Number(arguments[2]) : null;
        if (member is null)
        {
            const string What = "no member of Initializer; write one by its name, 'Initializer.Orthogonal'";
            Report(attribute!, 0, field, What, findings, cancel);
        }

        // Parameters are floats.
        if (float.IsNaN((float)number) || float.IsInfinity((float)number))
        {
            const string What = "no finite number; every value that is computed with it would be none either";
            Report(attribute!, value, field, What, findings, cancel);
        }

        if (high is { } end && !(member == "Uniform" && end > number && end <= float.MaxValue))
        {
            const string What = "no range: two numbers, the lower one first, are those of Initializer.Uniform";
            Report(attribute!, 2, field, What, findings, cancel);
        }

        if (Misfit(member, type, number) is { } misfit)
        {
            Report(attribute!, 0, field, misfit, findings, cancel);
        }

        var initializer = member is null or Default ? ByType(type) : member;
        return new ParameterField(field.Name, type, initializer, number) { High = high };
    }

    private static string? Misfit(string? member, TensorType type, double number) =>
        member switch
        {
            "Identity" or "ZeroDiagonal" when !type.IsMat => "that of a matrix, and this is a vector",
            "Chrono" when type.IsMat => "that of a vector, the bias of a gate, and this is a matrix",
            "Chrono" when Math.Abs(number) < 2 =>
                "no number of steps; write the most that matter, at least 2, or its negative",
            _ => null,
        };

    private static void Report(
        AttributeData attribute,
        int argument,
        IFieldSymbol field,
        string what,
        Findings findings,
        CancellationToken cancel
    )
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancel) as AttributeSyntax;
        var arguments = syntax?.ArgumentList?.Arguments ?? [];
        var at = argument < arguments.Count ? arguments[argument].GetLocation() : field.Locations[0];
        findings.Report(Rules.InitValue, at, field.Name, what);
    }

    private static string? Member(TypedConstant constant) =>
        constant
            .Type!.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(f => Equals(f.ConstantValue, constant.Value))
            ?.Name;

    private static double Number(TypedConstant constant) =>
        Convert.ToDouble(constant.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string ByType(TensorType type) =>
        !type.IsMat ? "Zeros"
        : type.Dims[0] == type.Dims[1] ? "Orthogonal"
        : "GlorotUniform";
}
