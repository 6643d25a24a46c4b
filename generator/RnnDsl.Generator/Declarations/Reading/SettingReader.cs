using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Reads settings: <c>readonly float dt = 0.1f;</c>, and what a field's cell or layer gets for those that it has.</summary>
public sealed class SettingReader(Session session, Findings findings, SettingTable table)
{
    private const string Constant =
        "the default of a setting is a constant, such as 0.1f; without one callers give the number";

    public static bool IsSetting(IFieldSymbol field) =>
        field is { IsReadOnly: true, IsStatic: false, Type.SpecialType: SpecialType.System_Single };

    /// <summary>Adds a field.</summary>
    /// <returns>Its position among the settings of the class; null where its default is an error, which is reported.</returns>
    public int? Add(IFieldSymbol field)
    {
        double? number = null;
        if (
            field.DeclaringSyntaxReferences[0].GetSyntax(session.Cancel) is VariableDeclaratorSyntax
            {
                Initializer: { } initializer
            }
        )
        {
            var value = session.Model(initializer.SyntaxTree).GetConstantValue(initializer.Value, session.Cancel);
            number = value is { HasValue: true, Value: IConvertible constant }
                ? (float)constant.ToDouble(System.Globalization.CultureInfo.InvariantCulture)
                : null;
            if (number is null or double.NaN or double.PositiveInfinity or double.NegativeInfinity)
            {
                findings.Report(Rules.FieldInitializer, initializer.EqualsToken.GetLocation(), field.Name, Constant);
                return null;
            }
        }

        table.AddOwn(new SettingParameter(field.Name, number, IsOwn: true));
        return table.Own.Count - 1;
    }

    /// <summary>Reports a [With] of a setting that neither the field's class has nor a cell that it is generic over.</summary>
    public void CheckNames(IFieldSymbol field, INamedTypeSymbol type)
    {
        var cells = type.TypeArguments.OfType<INamedTypeSymbol>().Where(t => t.DeclaredKind() == DeclarationKind.Cell);
        var settings = cells.Prepend(type).SelectMany(session.SettingsOf).ToList();
        var given = Given(field);
        foreach (var attribute in given.Where(a => Name(a) is { } name && settings.All(s => s.Name != name)))
        {
            var at = attribute.ApplicationSyntaxReference!.GetSyntax(session.Cancel).GetLocation();
            var has =
                settings.Count == 0 ? "no settings" : "the settings " + string.Join(", ", settings.Select(s => s.Name));
            findings.Report(Rules.SettingUnknown, at, field.Name, Name(attribute)!, type.Name, has);
        }
    }

    /// <summary>What the settings of a class are in a field; those without a [With] become arguments of the outer constructor.</summary>
    public EquatableArray<ChildSetting> Pass(IFieldSymbol field, INamedTypeSymbol type)
    {
        var given = Given(field);
        return session
            .SettingsOf(type)
            .Select(setting => Pass(setting, given.Find(a => Name(a) == setting.Name)))
            .ToEquatableArray();
    }

    private static List<AttributeData> Given(IFieldSymbol field) =>
        field.GetAttributes().Where(a => a.AttributeClass?.MetadataId() == DslNames.With).ToList();

    private ChildSetting Pass(SettingParameter setting, AttributeData? with)
    {
        if (with?.ConstructorArguments[1].Value is float number)
        {
            return new ChildSetting(setting.Name, null, number);
        }

        var argument = with?.ConstructorArguments[1].Value as string ?? setting.Name;
        table.AddPassed(argument, setting.Default);
        return new ChildSetting(setting.Name, argument, 0);
    }

    private static string? Name(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault().Value as string;
}
