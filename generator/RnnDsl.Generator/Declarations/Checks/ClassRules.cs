using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations.Checks;

/// <summary>Checks the class itself: how it is declared, and which methods it has.</summary>
public sealed class ClassRules(ClassShape shape, Session session, Findings findings)
{
    private readonly CancellationToken cancel = session.Cancel;
    private readonly INamedTypeSymbol type = shape.Symbol;

    /// <summary>Checks all of it; false if it cannot have instances, so that no other check makes sense.</summary>
    public bool Check()
    {
        CheckKind();
        var isStatic = type.IsStatic && shape.Kind != DeclarationKind.Functions;
        if (isStatic || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return false;
        }

        CheckLanguageVersion();
        CheckPartial();
        CheckTypeParameters();
        new ClassSurroundings(type, session, findings).Check();
        new ShownTypes(shape).Check(findings);
        if (!type.IsRecord)
        {
            CheckConstructors();
        }

        CheckNames();
        CheckRequired();
        switch (shape.Kind)
        {
            case DeclarationKind.Cell:
                CheckCell();
                break;
            case DeclarationKind.Layer:
                CheckLayer();
                break;
            case DeclarationKind.Training:
                CheckTraining();
                new TrainingRules(type, session, findings).Check();
                break;
        }

        if (shape.Kind != DeclarationKind.Functions)
        {
            CheckOverloads();
        }

        return true;
    }

    private void CheckLanguageVersion()
    {
        if (Opening.OlderCSharp(type) is { } version)
        {
            ReportClass(Rules.LanguageVersion, type.Name, version.ToDisplayString());
        }
    }

    private void CheckPartial()
    {
        if (!Opening.IsPartial(type, cancel))
        {
            ReportClass(Rules.ClassNotPartial, type.Name);
        }

        foreach (var container in type.Containers().Where(c => !Opening.IsPartial(c, cancel)))
        {
            findings.Report(Rules.ContainerNotPartial, container.NameToken(cancel), container.Name, type.Name);
        }
    }

    private void CheckKind()
    {
        var isFunctions = shape.Kind == DeclarationKind.Functions;
        var outer = type.Containers().Append(type).FirstOrDefault(t => t.IsFileLocal);
        var generic = type.Containers().FirstOrDefault(t => t.IsGenericType);
        var (what, instead) =
            type.TypeKind == TypeKind.Interface ? ("an interface", "it has equations and is constructed: write 'class'")
            : type.TypeKind == TypeKind.Enum ? ("an enum", "it has equations and is constructed: write 'class'")
            : type.TypeKind == TypeKind.Delegate ? ("a delegate", "it has equations and is constructed: write a class")
            : type.TypeKind == TypeKind.Struct && !type.IsRecord
                ? ("a struct", "its parameters are trained in place, not in a copy: write 'class'")
            : type.DeclaredKinds() is { Count: > 1 } kinds
                ? (
                    string.Join(" and ", kinds.Select(kind => "a " + kind.ToString().ToLowerInvariant())),
                    "a class is one of them: remove the other attribute"
                )
            : outer != null
                ? (
                    outer.Equals(type, SymbolEqualityComparer.Default)
                        ? "seen in this file only"
                        : $"inside '{outer.Name}', which is seen in this file only",
                    "the generator adds to it in another one: remove 'file'"
                )
            : generic != null
                ? (
                    $"inside the generic '{generic.Name}'",
                    "its dims are type parameters of its own: move it out, or remove those around it"
                )
            : isFunctions && !type.IsStatic
                ? ("not static", "functions belong to no object: write 'static partial class'")
            : isFunctions && type.IsGenericType ? ("generic", "make its methods generic instead")
            : isFunctions ? (null, null)
            : type.IsStatic ? ("static", "it has parameters, so it is constructed: remove 'static'")
            : type.IsRecord ? ("a record", "parameters change while they are trained: write 'class'")
            : type.IsAbstract ? ("abstract", "it is constructed: remove 'abstract'")
            : (null, (string?)null);
        if (what != null)
        {
            ReportClass(Rules.ClassKind, type.Name, what, instead);
        }
    }

    private void CheckTypeParameters()
    {
        // The stub has the constraints that the user's parts lack.
        var lacks = Opening.LacksConstraints(type, cancel);
        foreach (var parameter in type.TypeParameters.Where(p => lacks || !CellInterface.IsKnown(p)))
        {
            findings.Report(Rules.TypeParameterNotDim, parameter.Locations[0], parameter.Name);
        }
    }

    private void CheckConstructors()
    {
        foreach (var constructor in type.InstanceConstructors.Where(c => c.IsWrittenByUser()))
        {
            var syntax = constructor.DeclaringSyntaxReferences[0].GetSyntax(cancel);
            var token =
                (syntax as ConstructorDeclarationSyntax)?.Identifier ?? ((TypeDeclarationSyntax)syntax).Identifier;
            findings.Report(Rules.Constructor, token.GetLocation(), type.Name);
        }
    }

    private void CheckNames()
    {
        foreach (var (name, at) in NameClashes.Find(type).Distinct())
        {
            findings.Report(Rules.GeneratedName, at, name, type.Name);
        }

        RecordClashes.Check(shape, findings);
        if (session.Visible("var", type).OfType<ITypeSymbol>().Any())
        {
            ReportClass(Rules.TypeNamedVar, type.Name);
        }
    }

    private void CheckRequired()
    {
        foreach (var member in type.WrittenMembers().Where(Structure.IsRequired))
        {
            const string Instead =
                "the generated constructor makes the object, and sets the fields of equations: remove 'required'";
            findings.Report(Rules.Unsupported, member.Locations[0], $"'required' of '{member.Name}'", Instead);
        }
    }

    private void CheckCell()
    {
        if (shape.Methods.Count == 0)
        {
            ReportClass(Rules.StepMissing, type.Name);
        }

        if (
            !type.WrittenMembers().Any(m => m.Attribute(DslNames.State) != null)
            && !type.WrittenMembers().OfType<IFieldSymbol>().Any(CellStates.IsInner)
        )
        {
            ReportClass(Rules.CellWithoutState, type.Name);
        }
    }

    private void CheckLayer()
    {
        if (shape.Methods.Count == 0)
        {
            var fixedMethod = type.WrittenMethods().FirstOrDefault(m => m.IsStatic && ClassReader.IsPublicEquation(m));
            if (fixedMethod is null)
            {
                ReportClass(Rules.LayerWithoutMethod, type.Name);
            }
            else
            {
                new MethodRules(shape, findings, cancel).ReportStatic(fixedMethod);
            }
        }

        var ofData = shape.Methods.Where(m => m.Parameters.Length > 0).ToList();
        if (ofData.Count > 1 && !ofData.Any(m => m.Name is "Forward" or "Apply"))
        {
            findings.Report(Rules.AmbiguousPredict, ofData[1].Locations[0], type.Name);
        }
    }

    private void CheckTraining()
    {
        if (shape.Methods.Count == 0)
        {
            ReportClass(Rules.TrainingLoss, type.Name);
        }

        if (shape.Fields.Children.Count != 1 && !findings.HasErrors)
        {
            var count = shape.Fields.Children.Count == 0 ? "no model" : "more than one model";
            ReportClass(Rules.TrainingModel, type.Name, count);
        }
    }

    // Calls in a definition identify a method by name only, without argument types.
    private void CheckOverloads()
    {
        foreach (
            var group in type.WrittenMethods().GroupBy(m => m.Name).Where(g => shape.Methods.Any(m => m.Name == g.Key))
        )
        {
            foreach (var method in group.Skip(1))
            {
                findings.Report(Rules.Overloads, method.Locations[0], method.Name, type.Name);
            }
        }
    }

    private void ReportClass(DiagnosticDescriptor rule, params object?[] arguments) =>
        findings.Report(rule, type.NameToken(cancel), arguments);
}
