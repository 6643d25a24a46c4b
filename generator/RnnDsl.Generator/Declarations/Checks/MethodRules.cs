using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Bodies;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Checks;

/// <summary>Checks the types of a declaration's methods.</summary>
public sealed class MethodRules(ClassShape shape, Findings findings, CancellationToken cancel)
{
    /// <summary>Whether the method's body can be lowered.</summary>
    public bool Check(IMethodSymbol method)
    {
        var types = method.Parameters.Select(p => p.Type).Append(method.ReturnType);
        if (types.Any(t => t.HasError()) || method.Parameters.Any(p => p.Name.Length == 0))
        {
            findings.LeaveToCompiler();
            return false;
        }

        if (method.IsStatic && shape.Kind != DeclarationKind.Functions)
        {
            ReportStatic(method);
            return false;
        }

        var had = findings.Reported.Count;
        if (shape.Kind is DeclarationKind.Cell or DeclarationKind.Layer && Obsolete.IsError(method))
        {
            findings.Report(Rules.ObsoleteError, method.Locations[0], method.Name);
        }

        CheckGeneric(method);
        if (shape.Kind == DeclarationKind.Cell)
        {
            CheckStep(method);
        }
        else
        {
            CheckTypes(method);
        }

        return findings.Reported.Count == had;
    }

    /// <summary>Reports a method whose equations could not use the fields of its class.</summary>
    public void ReportStatic(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax(cancel) as MethodDeclarationSyntax;
        var modifier = syntax?.Modifiers.FirstOrDefault(m => m.IsKind(SyntaxKind.StaticKeyword));
        var at = modifier is { RawKind: not 0 } token ? token.GetLocation() : method.Locations[0];
        if (shape.Kind == DeclarationKind.Cell)
        {
            findings.Report(Rules.StepSignature, at, "is static, and its equations use the fields of the cell");
            return;
        }

        const string Instead = "its equations use the fields of the class: remove 'static'";
        findings.Report(Rules.MethodSignature, at, "Method", method.Name, "static", Instead);
    }

    private void CheckGeneric(IMethodSymbol method)
    {
        if (shape.Kind == DeclarationKind.Functions)
        {
            var dims = method
                .Parameters.SelectMany(p => LanguageTypes.Read(p.Type)?.Dims ?? [])
                .SelectMany(dim => dim.Leaves)
                .ToList();
            foreach (var parameter in method.TypeParameters.Where(p => !dims.Contains(LanguageTypes.NameOf(p))))
            {
                const string Reason = "no argument of the function has it";
                findings.Report(Rules.DimNotFixed, parameter.Locations[0], parameter.Name, Reason);
            }
        }
        else if (method.IsGenericMethod)
        {
            const string Instead = "its dims are the type parameters of the class";
            findings.Report(Rules.MethodSignature, method.Locations[0], "Method", method.Name, "generic", Instead);
        }
    }

    private void CheckStep(IMethodSymbol step)
    {
        if (!LanguageTypes.IsResultOfStep(step.ReturnType))
        {
            var returned = step.ReturnsVoid ? "returns nothing" : $"returns {Spell(step.ReturnType)}";
            findings.Report(Rules.StepSignature, ReturnType(step), returned);
        }

        if (step.DeclaredAccessibility == Accessibility.Public)
        {
            foreach (var state in shape.Fields.States.Where(state => state.After is null && IsDelayed(state)))
            {
                const string Instead =
                    "needs a private Step: a caller of the written one would not move its earlier values on";
                findings.Report(Rules.StateDelay, step.Locations[0], state.Name, Instead);
            }
        }

        if (step.Parameters.Length == 0)
        {
            findings.Report(Rules.StepSignature, step.Locations[0], "takes no argument");
        }

        foreach (var parameter in step.Parameters)
        {
            if (!LanguageTypes.IsOfStep(parameter.Type) || parameter.RefKind != RefKind.None)
            {
                var how = parameter.RefKind != RefKind.None ? "an argument by reference" : $"a {Spell(parameter.Type)}";
                findings.Report(Rules.StepSignature, Type(parameter), $"takes {how}");
            }
        }
    }

    private bool IsDelayed(StateField state) => shape.Fields.States.Any(other => other.After == state.Name);

    private void CheckTypes(IMethodSymbol method)
    {
        // A layer's Scalar may be a penalty on its parameters.
        var isPenalty = shape.Kind == DeclarationKind.Layer && LanguageTypes.IsScalar(method.ReturnType);
        if (method.Parameters.Length == 0 && shape.Kind != DeclarationKind.Functions && !isPenalty)
        {
            const string Instead = "a result depends on data: give it a Vec<D> or a Seq<D>";
            findings.Report(
                Rules.MethodSignature,
                method.Locations[0],
                "Method",
                method.Name,
                "without arguments",
                Instead
            );
        }

        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                var type = "passed by reference";
                findings.Report(
                    Rules.MethodSignature,
                    Type(parameter),
                    "Argument",
                    parameter.Name,
                    type,
                    "equations take values"
                );
            }
            else if (!Takes(parameter.Type))
            {
                var type = $"of type {Spell(parameter.Type)}";
                const string Allowed = "Vec<D>, Seq<D>, Scalar, Scalars, Token<V> or Tokens<V>";
                findings.Report(
                    Rules.MethodSignature,
                    Type(parameter),
                    "Argument",
                    parameter.Name,
                    type,
                    "write " + Allowed + OrPrivate(parameter.Type)
                );
            }
        }

        if (!Returns(method.ReturnType))
        {
            var type = method.ReturnsVoid ? "nothing" : $"of type {Spell(method.ReturnType)}";
            var allowed =
                shape.Kind == DeclarationKind.Training
                    ? "Scalar"
                    : "Vec<D>, Seq<D>, Scalar or Scalars, or a tuple of them";
            findings.Report(
                Rules.MethodSignature,
                ReturnType(method),
                "The result of",
                method.Name,
                type,
                "write " + allowed + OrPrivate(method.ReturnType)
            );
        }
    }

    // States and matrices are private to a declaration: only values pass between declarations.
    private static string OrPrivate(ITypeSymbol type) =>
        CellStates.IsState(type) ? ", or make it private: a private method takes and returns states"
        : LanguageTypes.Read(type) is { IsMat: true }
            ? ", or make it private: a private method takes and returns matrices"
        : "";

    private bool Takes(ITypeSymbol type) =>
        LanguageTypes.Read(type) is { IsMat: false }
        && (shape.Kind == DeclarationKind.Functions || !LanguageTypes.IsReal(type));

    private bool Returns(ITypeSymbol type) =>
        type.IsTupleType
            ? shape.Kind != DeclarationKind.Training && LanguageTypes.Results(type).All(ReturnsOne)
            : ReturnsOne(type);

    private bool ReturnsOne(ITypeSymbol type) =>
        LanguageTypes.Read(type) is { IsMat: false, IsToken: false } read
        && !LanguageTypes.IsReal(type)
        && (shape.Kind != DeclarationKind.Training || LanguageTypes.IsScalar(type));

    private Location ReturnType(IMethodSymbol method) =>
        ((MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax(cancel)).ReturnType.GetLocation();

    private Location Type(IParameterSymbol parameter) =>
        ((ParameterSyntax)parameter.DeclaringSyntaxReferences[0].GetSyntax(cancel)).Type!.GetLocation();

    private static string Spell(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
