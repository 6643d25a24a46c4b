using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Finds the method that an <c>[Init(nameof(Hippo))]</c> names: it is static, takes the sizes, and gives the numbers row by row.</summary>
public static class InitMethods
{
    /// <summary>The method; null, with an error at the attribute's argument, if there is none that fits.</summary>
    public static InitMethod? Find(
        IFieldSymbol field,
        TensorType type,
        string name,
        AttributeData attribute,
        Findings findings,
        CancellationToken cancel
    )
    {
        var sizes = type.Dims.Count;
        var named = field.ContainingType.GetMembers(name).OfType<IMethodSymbol>().ToList();
        var found = named.Find(method => Fits(method, sizes));
        if (found is not null)
        {
            return new(name, found.Parameters.Length > sizes);
        }

        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancel) as AttributeSyntax;
        var at = syntax?.ArgumentList?.Arguments.FirstOrDefault()?.GetLocation() ?? field.Locations[0];
        findings.Report(Rules.InitMethod, at, field.Name, name, Expected(sizes), Obstacle(named.FirstOrDefault()));
        return null;
    }

    private static bool Fits(IMethodSymbol method, int sizes) =>
        method is { IsStatic: true, IsGenericMethod: false, ReturnType: IArrayTypeSymbol { Rank: 1 } array }
        && array.ElementType.SpecialType == SpecialType.System_Single
        && method.Parameters.Take(sizes).Count(p => p.Type.SpecialType == SpecialType.System_Int32) == sizes
        && (
            method.Parameters.Length == sizes
            || method.Parameters.Length == sizes + 1
                && method.Parameters[sizes].Type.SpecialType == SpecialType.System_UInt64
        )
        && method.Parameters.All(p => p.RefKind == RefKind.None);

    private static string Obstacle(IMethodSymbol? method) =>
        method is null ? "the class has no such method"
        : !method.IsStatic ? "it is not static, and runs before there is an object"
        : method.IsGenericMethod ? "it is generic"
        : method.ReturnType is not IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Single }
            ? $"it returns {Spell(method.ReturnType)}"
        : $"it takes ({string.Join(", ", method.Parameters.Select(p => $"{Spell(p.Type)} {p.Name}"))})";

    private static string Spell(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string Expected(int sizes) => sizes == 2 ? "int rows, int columns" : "int size";
}
