using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>Reads, from names and types alone, which members a declared class will have.</summary>
public static class SignatureReader
{
    // Types that a field or a method may name, though equations cannot use them.
    private const string Sizes = "public readonly record struct Sizes;";
    private const string Streaming = "public sealed class Streaming { }";
    private const string Sample = "public readonly record struct Sample;";
    private const string Scope = "public global::RnnDsl.Parameters.ParameterScope Scope => throw null!;";

    public static Signature Read(INamedTypeSymbol type, CancellationToken cancel)
    {
        var isOpen = Opening.IsOpen(type, cancel);
        var space = type.ContainingNamespace;
        return new Signature(
            type.MetadataId(),
            type.Name,
            space.IsGlobalNamespace ? "" : space.ToDisplayString(),
            (isOpen ? Opening.Headers(type, cancel) : []).ToEquatableArray(),
            (isOpen ? Members(type) : []).ToEquatableArray()
        );
    }

    /// <summary>The most results of a method that is mapped over steps.</summary>
    public const int MostResults = 4;

    /// <summary>Whether a method of a layer gets an overload that maps it over the steps of sequences.</summary>
    public static bool IsLifted(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsGenericMethod: false }
        && method.Parameters.Length == 1
        && (LanguageTypes.IsVec(method.Parameters[0].Type) || LanguageTypes.IsToken(method.Parameters[0].Type))
        && LanguageTypes.Results(method.ReturnType).Count() <= MostResults
        && LanguageTypes.Results(method.ReturnType).All(LanguageTypes.IsVec);

    /// <summary>The names of the sequences that <c>Scan</c> takes: those of the arguments of <c>Step</c>, where none is the state's.</summary>
    public static IReadOnlyList<string> SequenceNames(IReadOnlyList<string> step)
    {
        var names = new UniqueNames(step.Append(DslNames.From));
        return step.Select(name => name == DslNames.From ? names.Take("steps") : name).ToList();
    }

    private static IEnumerable<string> Members(INamedTypeSymbol type) =>
        type.DeclaredKind() switch
        {
            DeclarationKind.Cell => type.WrittenMethods()
                .Where(m => m.Name == DslNames.Step)
                .Where(m =>
                    m.Parameters.Length > 0
                    && m.Parameters.All(p => LanguageTypes.IsOfStep(p.Type))
                    && LanguageTypes.IsResultOfStep(m.ReturnType)
                )
                .Take(1)
                .SelectMany(m => OfCell(type, m)),
            DeclarationKind.Layer => type.WrittenMethods()
                .GroupBy(m => m.Name, StringComparer.Ordinal)
                .Where(named => named.Count() == 1 && IsLifted(named.First()))
                .Select(named => named.First())
                .Select(m => Overload(m, m.Name))
                .Concat([Sizes, Streaming, Scope]),
            DeclarationKind.Training => [Sample],
            _ => [],
        };

    private static IEnumerable<string> OfCell(INamedTypeSymbol cell, IMethodSymbol step)
    {
        var states = CellStates.Of(cell).Select(state => $"{state.Type} {CSharpText.Escape(state.Name)}");
        var names = SequenceNames(step.Parameters.Select(p => p.Name).ToList());
        var steps = string.Join(
            ", ",
            step.Parameters.Zip(names, (p, name) => $"{Seq(p.Type)} {CSharpText.Escape(name)}")
        );
        const string From = ", " + DslNames.StateType + " " + DslNames.From;
        yield return Sizes;
        yield return Streaming;
        yield return Scope;
        yield return $"public readonly record struct {DslNames.StateType}({string.Join(", ", states)});";
        if (step.DeclaredAccessibility != Accessibility.Public)
        {
            var given = step.Parameters.Select(p => $"in {p.Type.CSharp()} {CSharpText.Escape(p.Name)}");
            yield return $"public {step.ReturnType.CSharp()} {DslNames.Step}({string.Join(", ", given)}) => throw null!;";
        }

        foreach (var parameters in new[] { steps, steps + From })
        {
            yield return $"public {Seq(step.ReturnType)} {DslNames.Scan}({parameters}) => throw null!;";
            yield return $"public {DslNames.StateType} {DslNames.Final}({parameters}) => throw null!;";
        }
    }

    private static string Overload(IMethodSymbol method, string name)
    {
        var parameters = method.Parameters.Select(p => $"{Seq(p.Type)} {CSharpText.Escape(p.Name)}");
        return $"public {SeqResult(method.ReturnType)} {name}({string.Join(", ", parameters)}) => throw null!;";
    }

    private static string SeqResult(ITypeSymbol result) =>
        result is INamedTypeSymbol { IsTupleType: true } tuple
            ? $"({string.Join(", ", tuple.TupleElements.Select(e => $"{Seq(e.Type)} {CSharpText.Escape(e.Name)}"))})"
            : Seq(result);

    private static string Seq(ITypeSymbol step)
    {
        if (LanguageTypes.IsScalar(step))
        {
            return "global::RnnDsl.Scalars";
        }

        var name = LanguageTypes.IsToken(step) ? "Tokens" : "Seq";
        return $"global::RnnDsl.{name}<{((INamedTypeSymbol)step).TypeArguments[0].CSharp()}>";
    }
}
