using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>Reads C# types as types of the IR.</summary>
public static class LanguageTypes
{
    /// <summary>The type of a value, or null if the language lacks it.</summary>
    /// <param name="dim">Names the dim of a type argument; its simple name by default.</param>
    public static TensorType? Read(ITypeSymbol? type, Func<ITypeSymbol, Dim>? dim = null)
    {
        if (IsReal(type))
        {
            return TensorType.Scalar;
        }

        if (type is not INamedTypeSymbol named || !IsInLanguage(named))
        {
            return null;
        }

        dim ??= NameOf;
        var arguments = named.TypeArguments;
        return (named.Name, arguments.Length) switch
        {
            ("Scalar", 0) => TensorType.Scalar,
            ("Scalars", 0) => TensorType.Scalar.Lift(),
            ("Vec", 1) => TensorType.Vec(dim(arguments[0])),
            ("Seq", 1) => TensorType.Seq(dim(arguments[0])),
            ("Token", 1) => TensorType.Token(dim(arguments[0])),
            ("Tokens", 1) => TensorType.Tokens(dim(arguments[0])),
            ("Mat", 2) => TensorType.Mat(dim(arguments[0]), dim(arguments[1])),
            _ => null,
        };
    }

    /// <summary>Whether the type arguments of a type are dims: those of <c>Vec</c>, <c>Cat</c> and the like.</summary>
    public static bool IsOfDims(INamedTypeSymbol type) =>
        type.Name is "Vec" or "Seq" or "Token" or "Tokens" or "Mat" or "Cat" && IsInLanguage(type);

    /// <summary>The dim that a type argument names; for <c>Cat&lt;A, B&gt;</c> both.</summary>
    public static Dim NameOf(ITypeSymbol type) => DimOf(type, leaf => new NamedDim(leaf.Name));

    /// <summary>The dim that a type argument names, where <paramref name="leaf"/> names the parts of a concatenation.</summary>
    public static Dim DimOf(ITypeSymbol type, Func<ITypeSymbol, Dim> leaf) =>
        AsCat(type) is { } cat
            ? new CatDim(DimOf(cat.TypeArguments[0], leaf), DimOf(cat.TypeArguments[1], leaf))
            : leaf(type);

    /// <summary>The types of a dim's sizes: the dim itself, or the parts of a concatenation.</summary>
    public static IEnumerable<ITypeSymbol> Leaves(ITypeSymbol type) =>
        AsCat(type) is { } cat ? cat.TypeArguments.SelectMany(Leaves) : [type];

    private static INamedTypeSymbol? AsCat(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Cat", TypeArguments.Length: 2 } cat && IsInLanguage(cat) ? cat : null;

    /// <summary>The C# types of a method's results: those of a tuple's elements, or the type itself.</summary>
    public static IEnumerable<ITypeSymbol> Results(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple
            ? tuple.TupleElements.Select(element => element.Type)
            : [type];

    public static bool IsVec(ITypeSymbol? type) => !IsReal(type) && Read(type) is { IsVec: true, OverTime: false };

    public static bool IsToken(ITypeSymbol? type) => Read(type) is { IsToken: true, OverTime: false };

    /// <summary>Whether a value is data of one step: <c>Vec</c>, <c>Token</c>, <c>Scalar</c>.</summary>
    public static bool IsOfStep(ITypeSymbol? type) => !IsReal(type) && Read(type) is { OverTime: false, IsMat: false };

    /// <summary>Whether a step may return a value: a <c>Vec</c> or a <c>Scalar</c>.</summary>
    public static bool IsResultOfStep(ITypeSymbol? type) => IsVec(type) || IsScalar(type);

    /// <summary>Whether a value has an element for every time step: <c>Seq</c>, <c>Tokens</c>, <c>Scalars</c>.</summary>
    public static bool IsSeq(ITypeSymbol? type) => Read(type) is { OverTime: true };

    public static bool IsScalar(ITypeSymbol? type) =>
        !IsReal(type) && Read(type) is { IsScalar: true, OverTime: false };

    /// <summary>Number types with real arithmetic, which excludes int because of its division.</summary>
    public static bool IsReal(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    /// <summary>Whether a type is defined by the language itself: <c>Vec</c>, <c>Seq</c>, <c>Equations</c>.</summary>
    public static bool IsInLanguage(ISymbol? symbol) =>
        symbol?.ContainingNamespace is { Name: DslNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
