using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Reads fields, dims and methods of a declared class, from symbols alone.</summary>
public sealed class ClassReader(Session session, Findings findings)
{
    /// <param name="type">A class with one of the language's attributes.</param>
    public ClassShape Read(INamedTypeSymbol type)
    {
        var kind = type.DeclaredKind()!.Value;
        var dims = new DimTable(type);
        var fields = new FieldReader(session, findings, type, kind, dims).Read();
        var methods = Methods(type, kind).ToList();
        if (kind != DeclarationKind.Functions)
        {
            foreach (var method in methods)
            {
                AddDims(method, dims);
            }
        }

        return new ClassShape(type, kind, fields, dims, methods);
    }

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type, DeclarationKind kind) =>
        kind switch
        {
            DeclarationKind.Cell => type.WrittenMethods().Where(m => m.Name == DslNames.Step).Take(1),
            DeclarationKind.Training => type.WrittenMethods().Where(m => m.Name == DslNames.Loss).Take(1),
            DeclarationKind.Layer => type.WrittenMethods().Where(m => !m.IsStatic && IsPublicEquation(m)),
            _ => type.WrittenMethods().Where(m => m.IsStatic && IsPublicEquation(m)),
        };

    // A public method without types of the language (ToString, for example) is not checked.
    public static bool IsPublicEquation(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsOverride: false }
        && method
            .Parameters.Select(p => p.Type)
            .Concat(LanguageTypes.Results(method.ReturnType))
            .Any(t => !LanguageTypes.IsReal(t) && LanguageTypes.Read(t) != null);

    private void AddDims(IMethodSymbol method, DimTable dims)
    {
        var types = method
            .Parameters.Select(p => (p.Type, Symbol: (ISymbol)p))
            .Concat(LanguageTypes.Results(method.ReturnType).Select(type => (type, (ISymbol)method)));
        foreach (var (type, symbol) in types)
        {
            if (type is INamedTypeSymbol named && !type.HasError() && LanguageTypes.Read(type) != null)
            {
                foreach (var dim in named.TypeArguments)
                {
                    findings.ReportClashes(dims, dim, symbol);
                }
            }
        }
    }
}
