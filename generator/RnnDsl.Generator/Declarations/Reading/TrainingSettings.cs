using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>
/// Reads the settings of a training, which may change between steps: <c>[Setting] public float Beta { get; set; } = 1;</c>.
/// </summary>
internal sealed class TrainingSettings(Session session, Findings findings, FieldTable table)
{
    // Members of the class that trains on a device, which has the settings too.
    private static readonly string[] taken = ["model", "device", "storage", "program", "isDisposed", "Dispose"];

    /// <summary>Adds a property; reports one that is no setting.</summary>
    public void Add(IPropertySymbol property, DeclarationKind kind)
    {
        if (Obstacle(property, kind) is { } obstacle)
        {
            findings.Report(Rules.SettingProperty, property.Locations[0], property.Name, obstacle);
            table.AddBroken(property);
            return;
        }

        table.AddSetting(property, table.Settings.Own.Count);
        table.Settings.AddOwn(new SettingParameter(property.Name, Number(property), IsOwn: true));
    }

    private string? Obstacle(IPropertySymbol property, DeclarationKind kind) =>
        kind != DeclarationKind.Training
            ? "only a training has settings that change; a cell or a layer has 'readonly float' fields"
        : property.Type.SpecialType != SpecialType.System_Single ? "its type is float"
        : property.IsStatic ? "it is not static"
        : property is not { GetMethod: not null, SetMethod: { IsInitOnly: false } } || !IsAuto(property)
            ? "it has both accessors, without bodies: { get; set; }"
        : taken.Contains(property.Name) ? "generated code has another member of that name"
        : Number(property) is null ? "its initialiser is a finite constant"
        : null;

    private bool IsAuto(IPropertySymbol property) =>
        Syntax(property) is { AccessorList.Accessors: var accessors }
        && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    // 0 without an initialiser, as in C#.
    private double? Number(IPropertySymbol property)
    {
        if (Syntax(property)?.Initializer is not { } initializer)
        {
            return 0;
        }

        var value = session.Model(initializer.SyntaxTree).GetConstantValue(initializer.Value, session.Cancel);
        var number = value is { HasValue: true, Value: IConvertible constant }
            ? (float)constant.ToDouble(System.Globalization.CultureInfo.InvariantCulture)
            : float.NaN;
        return float.IsNaN(number) || float.IsInfinity(number) ? null : number;
    }

    private PropertyDeclarationSyntax? Syntax(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences[0].GetSyntax(session.Cancel) as PropertyDeclarationSyntax;
}
