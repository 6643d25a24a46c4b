using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Sorts the fields of a declared class into parameters, states and children; anything else is an error.</summary>
public sealed class FieldReader(
    Session session,
    Findings findings,
    INamedTypeSymbol owner,
    DeclarationKind kind,
    DimTable dims
)
{
    private readonly FieldTable table = new();
    private readonly CountReader counts = new(findings, owner, dims);

    public FieldTable Read()
    {
        foreach (var field in owner.WrittenMembers().OfType<IFieldSymbol>().Where(f => !f.IsConst))
        {
            if (field.Type.HasError() || field.Name.Length == 0)
            {
                findings.LeaveToCompiler();
                table.AddBroken(field);
            }
            else if (FieldRules.CheckObsolete(field, findings))
            {
                table.AddBroken(field);
            }
            else if (
                !TryState(field)
                && !TryParameter(field)
                && !TrySetting(field)
                && !TryCellParameter(field)
                && !TryChild(field)
            )
            {
                table.AddBroken(field);
            }
        }

        foreach (var property in owner.WrittenMembers().OfType<IPropertySymbol>())
        {
            if (property.Attribute(DslNames.Setting) != null)
            {
                new TrainingSettings(session, findings, table).Add(property, kind);
            }
            else if (FieldRules.CheckProperty(property, kind, findings, session.Cancel))
            {
                table.AddBroken(property);
            }
        }

        return table;
    }

    private bool TryState(IFieldSymbol field)
    {
        if (kind != DeclarationKind.Cell || field.Attribute(DslNames.State) == null)
        {
            return false;
        }

        if (!CellStates.Holds(field))
        {
            Report(Rules.StateType, field, field.Name, Spell(field.Type));
            return false;
        }

        if (field.Attribute(DslNames.Init) != null)
        {
            findings.Report(Rules.InitPlace, field.Locations[0], field.Name);
        }

        FixedFields.CheckState(field, findings);
        FieldRules.CheckInitializer(
            field,
            "a state begins at zero; write 'from: new(...)' in a Scan to begin elsewhere",
            findings,
            session.Cancel
        );
        counts.TryRead(field, isArray: false, out _);
        AddDims(field);
        CheckDelay(field);
        table.AddState(field, LanguageTypes.Read(field.Type)!.InExample());
        return true;
    }

    private bool TryParameter(IFieldSymbol field)
    {
        if (field.Attribute(DslNames.State) != null && kind == DeclarationKind.Cell)
        {
            return false;
        }

        var type = LanguageTypes.Read(field.Type);
        var owns = kind is DeclarationKind.Cell or DeclarationKind.Layer;
        if (!owns || field.IsStatic || LanguageTypes.IsReal(field.Type) || type is null || !IsParameter(type))
        {
            return false;
        }

        if (field.Attribute(DslNames.State) != null)
        {
            Report(Rules.FieldKind, field, field.Name, "a [State]", "only a [Cell] has states");
            return false;
        }

        const string Instead =
            "[Init(...)] says how a parameter begins, and 'Parameters' of the object takes other numbers";
        FieldRules.CheckInitializer(field, Instead, findings, session.Cancel);
        counts.TryRead(field, isArray: false, out _);
        AddDims(field);
        table.Add(field, FixedFields.Read(field, InitialValue.Read(field, type, findings, session.Cancel), findings));
        return true;
    }

    private bool TrySetting(IFieldSymbol field)
    {
        if (kind is not (DeclarationKind.Cell or DeclarationKind.Layer) || !SettingReader.IsSetting(field))
        {
            return false;
        }

        if (field.Attribute(DslNames.Init) != null)
        {
            findings.Report(Rules.InitPlace, field.Locations[0], field.Name);
        }

        if (Settings.Add(field) is { } position)
        {
            table.AddSetting(field, position);
        }
        else
        {
            table.AddBroken(field);
        }

        return true;
    }

    // A cell that the user of a layer chooses.
    private bool TryCellParameter(IFieldSymbol field)
    {
        var element = (field.Type as IArrayTypeSymbol)?.ElementType ?? field.Type;
        if (
            kind != DeclarationKind.Layer
            || field.IsStatic
            || field.Type is IArrayTypeSymbol { Rank: > 1 }
            || CellInterface.Of(element) is not { } cell
        )
        {
            return false;
        }

        CheckMade(field);
        if (!counts.TryRead(field, field.Type is IArrayTypeSymbol, out var count))
        {
            table.AddBroken(field);
            return true;
        }

        var dims = cell.TypeArguments.Select(dim => Owned(dim, field)).ToEquatableArray();
        var child = new ChildField(field.Name, CellParameter.Reference(element.Name), element.Name, dims)
        {
            Count = count,
            IsFixed = field.Attribute(DslNames.Frozen) != null,
        };
        table.Add(field, new Child(cell, DeclarationKind.Cell, child));
        return true;
    }

    private bool TryChild(IFieldSymbol field)
    {
        if (field.Attribute(DslNames.State) != null && kind == DeclarationKind.Cell)
        {
            return false;
        }

        var array = field.Type as IArrayTypeSymbol;
        if (
            field.IsStatic
            || array is { Rank: > 1 }
            || (array?.ElementType ?? field.Type) is not INamedTypeSymbol type
            || !Holds(type.DeclaredKind(), array != null)
        )
        {
            var element = array?.ElementType ?? field.Type;
            var instead =
                field.IsStatic ? null
                : kind == DeclarationKind.Cell && CellInterface.Of(element) != null
                    ? "a layer may be generic over its cells; a cell names the one that it holds, 'Lstm<X, H>'"
                : Setting(field) ?? Undeclared.Advice(element, owner, session.Cancel);
            Report(Rules.FieldKind, field, field.Name, Describe(field), instead ?? Allowed);
            return false;
        }

        CheckMade(field);
        if (Session.Holds(type, owner))
        {
            Report(Rules.Recursion, field, owner.Name, "holds");
            return false;
        }

        if (session.DimsOf(type) is not { } childDims)
        {
            ReportMissing(type, field);
            return false;
        }

        if (!counts.TryRead(field, array != null, out var count))
        {
            return false;
        }

        var names = childDims.Select(dim => Substitute(dim, type, field)).ToEquatableArray();
        foreach (var (dim, name) in childDims.Zip(names, (dim, name) => (dim, name)).Where(pair => pair.dim.IsCount))
        {
            counts.CheckNumber(field, name);
        }

        if (Cells(type, field) is not { } cells)
        {
            return false;
        }

        var child = new ChildField(field.Name, session.IdOf(type), type.CSharp(), names)
        {
            Count = count,
            Cells = cells.ToEquatableArray(),
            IsFixed = field.Attribute(DslNames.Frozen) != null,
        };
        if (kind != DeclarationKind.Training)
        {
            Settings.CheckNames(field, type);
            child = child with { Settings = Settings.Pass(field, type) };
        }

        table.Add(field, new Child(type, type.DeclaredKind()!.Value, child));
        return true;
    }

    // The constructor makes a cell or a layer, so the field says nothing about its numbers.
    private void CheckMade(IFieldSymbol field)
    {
        if (field.Attribute(DslNames.Init) != null)
        {
            findings.Report(Rules.InitPlace, field.Locations[0], field.Name);
        }

        FieldRules.CheckInitializer(field, Makes, findings, session.Cancel);
        FixedFields.CheckChild(field, findings);
    }

    // A class of another assembly says why its definition is missing; one of this assembly has errors, which are reported there.
    private void ReportMissing(INamedTypeSymbol type, IFieldSymbol field)
    {
        if (session.IsExternal(type))
        {
            var why = ExternalDefinitions.WhyMissing(type);
            Report(Rules.DefinitionMissing, field, type.Name, type.ContainingAssembly.Name, why);
        }

        findings.LeaveToOther();
    }

    private void CheckDelay(IFieldSymbol field)
    {
        if (CellStates.Written(field) is { } delay && delay != CellStates.Delay(field))
        {
            var what = $"is {NumberText.Print(delay)}: it is 1 to {NumberText.Print(CellStates.MostDelay)} steps";
            findings.Report(Rules.StateDelay, field.Locations[0], field.Name, what);
        }
    }

    // A cell runs another by its Step, which each of an array would have to be named for; a training has one model.
    private bool Holds(DeclarationKind? child, bool isArray) =>
        child == DeclarationKind.Layer
            && kind != DeclarationKind.Functions
            && !(isArray && kind == DeclarationKind.Training)
        || (
            child == DeclarationKind.Cell
            && (kind == DeclarationKind.Layer || (kind is DeclarationKind.Cell or DeclarationKind.Training && !isArray))
        );

    // A setting is a float, as the parameters are; 'k / 2' of whole numbers would drop the rest.
    private string? Setting(IFieldSymbol field) =>
        kind is DeclarationKind.Cell or DeclarationKind.Layer
        && field.Type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
            ? $"a number that each model has is a setting, 'readonly float {field.Name}', and one that all have is a 'const'"
            : null;

    private SettingReader Settings => new(session, findings, table.Settings);

    private string Makes =>
        kind == DeclarationKind.Training
            ? "the constructor of the training takes its model"
            : "the constructor of the class makes it, with the dims that its type names";

    private string Allowed =>
        kind switch
        {
            DeclarationKind.Cell =>
                "a cell has parameters (Mat<R, C>, Vec<D>, Scalar), states ([State] Vec<D>, Scalar or Mat<R, C>), settings (readonly float), cells, layers, arrays of layers and constants",
            DeclarationKind.Layer =>
                "a layer has parameters (Mat<R, C>, Vec<D>, Scalar), settings (readonly float), cells, layers, arrays of cells or layers, and constants",
            DeclarationKind.Training => "a training has one field, the layer or cell that is its model, and constants",
            _ => "functions have constants only",
        };

    // The dim of a child in this declaration's terms; it is added to this declaration's dims.
    private Dim Substitute(DimParameter dim, INamedTypeSymbol type, IFieldSymbol field)
    {
        var at = dim.IsTypeParameter ? type.TypeParameters.Select(p => p.Name).ToList().IndexOf(dim.Name) : -1;
        if (at < 0)
        {
            findings.ReportClash(dims, dim, field);
            return new NamedDim(dim.Name);
        }

        return Owned(type.TypeArguments[at], field);
    }

    // A dim that becomes one of this declaration's.
    private Dim Owned(ITypeSymbol dim, IFieldSymbol field)
    {
        findings.ReportClashes(dims, dim, field);
        return LanguageTypes.NameOf(dim);
    }

    // The cells that a field gives to a layer that is generic over its cells; null if one has an error, which is reported.
    private List<CellArgument>? Cells(INamedTypeSymbol layer, IFieldSymbol field)
    {
        var cells = new List<CellArgument>();
        var parameters = layer.OriginalDefinition.TypeParameters;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!CellInterface.IsOn(parameters[i]))
            {
                continue;
            }

            var given = layer.TypeArguments[i];
            if (given is ITypeParameterSymbol)
            {
                var passed = CellParameter.Reference(given.Name);
                cells.Add(new CellArgument(parameters[i].Name, passed, given.Name, EquatableArray<Dim>.Empty));
            }
            else if (given is INamedTypeSymbol cell && cell.DeclaredKind() == DeclarationKind.Cell)
            {
                if (session.DimsOf(cell) is not { } cellDims)
                {
                    ReportMissing(cell, field);
                    return null;
                }

                var names = cellDims.Select(dim => Substitute(dim, cell, field)).ToEquatableArray();
                var argument = new CellArgument(parameters[i].Name, session.IdOf(cell), cell.CSharp(), names);
                cells.Add(argument with { Settings = Settings.Pass(field, cell) });
            }
            else
            {
                const string Instead = "give it a class with [Cell] whose Step takes and returns a vector";
                Report(Rules.FieldKind, field, field.Name, $"a layer of {Spell(given)}, which is no cell", Instead);
                return null;
            }
        }

        return cells;
    }

    private void AddDims(IFieldSymbol field)
    {
        foreach (var dim in ((INamedTypeSymbol)field.Type).TypeArguments)
        {
            findings.ReportClashes(dims, dim, field);
        }
    }

    // Fields declared together share their type: only the first is reported.
    private void Report(DiagnosticDescriptor rule, IFieldSymbol field, params object[] arguments)
    {
        var declarator = field.DeclaringSyntaxReferences[0].GetSyntax(session.Cancel);
        if (declarator.Parent is not VariableDeclarationSyntax declaration)
        {
            findings.Report(rule, field.Locations[0], arguments);
        }
        else if (declaration.Variables[0] == declarator)
        {
            findings.Report(rule, declaration.Type.GetLocation(), arguments);
        }
    }

    private static bool IsParameter(TensorType type) => type is { IsMat: true } or { OverTime: false, IsToken: false };

    private static string Describe(IFieldSymbol field) =>
        field.IsStatic ? "static"
        : field.Type is INamedTypeSymbol type && type.DeclaredKind() is { } declared
            ? $"a {declared.ToString().ToLowerInvariant()} ({Spell(type)})"
        : $"of type {Spell(field.Type)}";

    private static string Spell(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
