using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Checks;

/// <summary>Checks the arguments of <c>[Training]</c>: values that the constructor would reject are reported at the attribute.</summary>
public sealed class TrainingRules(INamedTypeSymbol training, Session session, Findings findings)
{
    private const string Positive = "finite and above 0";
    private const string Count = "at least 1";
    private const string Mean = "PerSample or PerStep";

    public void Check()
    {
        if (training.Attribute(DslNames.Training) is not { } attribute)
        {
            return;
        }

        foreach (var argument in attribute.NamedArguments)
        {
            var (name, value) = (argument.Key, argument.Value);
            var (isRight, needs) = value.Value switch
            {
                float number => (number > 0 && !float.IsInfinity(number), Positive),
                int mean when value.Kind == TypedConstantKind.Enum => (mean is 0 or 1, Mean),
                int number => (number >= 1, Count),
                _ => (true, ""),
            };
            if (!isRight)
            {
                findings.Report(Rules.TrainingNumber, Place(attribute, name), name, needs, Spell(value.Value!));
            }
            else if (value is { Kind: TypedConstantKind.Type, Value: ITypeSymbol optimizer })
            {
                CheckOptimizer(optimizer, Place(attribute, name));
            }
        }

        if (HasSyntaxWithoutValue(attribute))
        {
            findings.LeaveToCompiler();
        }
    }

    private void CheckOptimizer(ITypeSymbol type, Location at)
    {
        var isPointer = type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;
        if (!isPointer && type is not INamedTypeSymbol { IsUnboundGenericType: true } && type.HasError())
        {
            findings.LeaveToCompiler();
        }
        else if (OptimizerType.Obstacle(type, training, session) is { } obstacle)
        {
            var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            findings.Report(Rules.OptimizerType, at, name, obstacle);
        }
    }

    private static string Spell(object number) =>
        number is float value ? CSharpText.Float(value) : CSharpText.Number((int)number);

    private Location Place(AttributeData attribute, string name) =>
        Written(attribute).FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name) is { } argument
            ? argument.Expression is TypeOfExpressionSyntax of
                ? of.Type.GetLocation()
                : argument.Expression.GetLocation()
            : training.NameToken(session.Cancel);

    // During editing, an argument may have no name, a repeated name, or a value that is no constant.
    private bool HasSyntaxWithoutValue(AttributeData attribute)
    {
        var written = Written(attribute).Select(a => a.NameEquals?.Name.Identifier.ValueText).ToList();
        return written.Distinct(StringComparer.Ordinal).Count() < written.Count
            || written.Contains(null)
            || attribute.NamedArguments.Any(a => a.Value.Kind == TypedConstantKind.Error)
            || written.Except(attribute.NamedArguments.Select(a => a.Key)).Any();
    }

    private IEnumerable<AttributeArgumentSyntax> Written(AttributeData attribute) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(session.Cancel) as AttributeSyntax)?.ArgumentList?.Arguments
        ?? Enumerable.Empty<AttributeArgumentSyntax>();
}
