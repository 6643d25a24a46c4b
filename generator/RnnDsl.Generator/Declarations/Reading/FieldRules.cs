using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Rules for fields of equations that are stricter than C#.</summary>
public static class FieldRules
{
    /// <summary>Reports the initialiser of a field that the generated constructor gives its value.</summary>
    public static void CheckInitializer(IFieldSymbol field, string instead, Findings findings, CancellationToken cancel)
    {
        if (field.DeclaringSyntaxReferences[0].GetSyntax(cancel) is VariableDeclaratorSyntax { Initializer: { } value })
        {
            findings.Report(Rules.FieldInitializer, value.EqualsToken.GetLocation(), field.Name, instead);
        }
    }

    /// <summary>Reports a field that generated code may not use; false if it may.</summary>
    public static bool CheckObsolete(IFieldSymbol field, Findings findings)
    {
        var element = (field.Type as IArrayTypeSymbol)?.ElementType ?? field.Type;
        var marked = new ISymbol[] { field, element }.Concat((element as INamedTypeSymbol)?.TypeArguments ?? []);
        if (marked.FirstOrDefault(Obsolete.IsError) is not { } found)
        {
            return false;
        }

        findings.Report(Rules.ObsoleteError, field.Locations[0], found.Name);
        return true;
    }

    /// <summary>Reports a property in the place of a field; false if it has no type of the language.</summary>
    public static bool CheckProperty(
        IPropertySymbol property,
        DeclarationKind kind,
        Findings findings,
        CancellationToken cancel
    )
    {
        var element = (property.Type as IArrayTypeSymbol)?.ElementType ?? property.Type;
        var isOfEquations =
            !LanguageTypes.IsReal(element) && LanguageTypes.Read(element) is { OverTime: false, IsToken: false }
            || element is INamedTypeSymbol type && type.DeclaredKind() is DeclarationKind.Cell or DeclarationKind.Layer;
        if (kind == DeclarationKind.Functions || property.IsStatic || !isOfEquations || !IsStored(property, cancel))
        {
            return false;
        }

        var plain = property.Type.WithNullableAnnotation(NullableAnnotation.None);
        var spelled = plain.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        findings.Report(Rules.PropertyForField, property.Locations[0], property.Name, spelled);
        return true;
    }

    // An accessor without a body belongs to an auto-property, which has a hidden field.
    private static bool IsStored(IPropertySymbol property, CancellationToken cancel) =>
        property.DeclaringSyntaxReferences[0].GetSyntax(cancel)
            is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }
        && accessors.Any(accessor => accessor is { Body: null, ExpressionBody: null });
}
