using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Declarations.Bodies;
using RnnDsl.Generator.Declarations.Checks;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Guarding;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations;

/// <summary>Lowers a declared class: the declaration for later stages, and the findings for the user.</summary>
public static class ClassLowering
{
    /// <summary>Lowers a class; null where it carries none of the language's attributes.</summary>
    /// <param name="failure">The failure that prevented reading its signature; null if there was none.</param>
    public static Lowered? Lower(INamedTypeSymbol type, Session session, Failure? failure)
    {
        if (!type.HasNames() || type.DeclaredKind() is not { } kind)
        {
            return null;
        }

        var findings = new Findings();
        var declaration = Guard.Run(
            PipelineStage.Lowering,
            type.MetadataId(),
            () => Declare(type, session, findings),
            // An error in the user's code may have caused the failure, and is the one to fix first.
            found => Broken(type, kind, session) is var broken && findings.HasErrors ? broken : broken.Fail(found)
        );
        if (failure is not null)
        {
            declaration = declaration.Fail(failure);
        }

        declaration = declaration with
        {
            IsReported = findings.IsReported || declaration.Failure is not null,
            LeftError = findings.IsLeftToCompiler ? Uncompiled.ErrorOf(type, session) : null,
        };

        var name = type.NameToken(session.Cancel);
        var model = declaration.Training is { } training ? type.GetMembers(training.Model)[0].Locations[0] : name;
        return new Lowered(declaration, session.Report(findings, name, model));
    }

    private static Declaration Declare(INamedTypeSymbol type, Session session, Findings findings)
    {
        var shape = new ClassReader(session, findings).Read(type);
        if (!new ClassRules(shape, session, findings).Check())
        {
            return Describe(shape, [], session, hasErrors: true);
        }

        var rules = new MethodRules(shape, findings, session.Cancel);
        var lowering = new MethodLowering(shape, session, findings);
        var methods = shape.Methods.Where(rules.Check).Select(lowering.Lower).ToList();
        if (!findings.HasErrors)
        {
            new UseRules(shape, findings).Check(methods);
        }

        return Describe(shape, methods, session, findings.HasErrors);
    }

    /// <summary>The declaration of a class whose lowering failed: its members, or, if they are the cause, only its name.</summary>
    private static Declaration Broken(INamedTypeSymbol type, DeclarationKind kind, Session session)
    {
        try
        {
            var unheard = new Findings();
            var shape = new ClassReader(session, unheard).Read(type);
            var rules = new MethodRules(shape, unheard, session.Cancel);
            var lowering = new MethodLowering(shape, session, unheard);
            return Describe(shape, shape.Methods.Where(rules.Check).Select(lowering.Broken).ToList(), session, true);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var nothing = Definition.Empty(kind, type.MetadataId());
            return Describe(type, nothing, EquatableArray<Definition>.Empty, null, true, session);
        }
    }

    private static Declaration Describe(
        ClassShape shape,
        IReadOnlyList<Method> methods,
        Session session,
        bool hasErrors
    )
    {
        var definition = new Definition(
            shape.Kind,
            shape.Symbol.MetadataId(),
            shape.Dims.Parameters,
            shape.Fields.Parameters.ToEquatableArray(),
            shape.Children,
            shape.States.ToEquatableArray(),
            methods.ToEquatableArray()
        )
        {
            Cells = shape.Symbol.TypeParameters.Where(CellInterface.IsOn).Select(p => p.Name).ToEquatableArray(),
            Settings = shape.Fields.Settings.Parameters,
        };
        var training = TrainingAttribute.Read(shape.Symbol, shape);
        var externals = session.ExternalsOf(definition).ToEquatableArray();
        return Describe(shape.Symbol, definition, externals, training, hasErrors, session) with
        {
            Hidden = new HiddenNames(shape, session).Find(),
            Visibility = new ShownTypes(shape).Visibility,
        };
    }

    private static Declaration Describe(
        INamedTypeSymbol type,
        Definition definition,
        EquatableArray<Definition> externals,
        TrainingOptions? training,
        bool hasErrors,
        Session session
    )
    {
        var isOpen = Opening.IsOpen(type, session.Cancel);
        return new(
            definition,
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            type.TypeParameters.Select(p => p.Name).ToEquatableArray(),
            type.Containers().Select(c => c.PartialHeader()).ToEquatableArray(),
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            externals,
            training,
            hasErrors || !isOpen
        )
        {
            IsOpen = isOpen,
            Keyword = type.Keyword(),
            HasConstructor = type.InstanceConstructors.Any(c => c.IsWrittenByUser()),
            UsesObsolete = Obsolete.Marks(type),
            Experiments = Obsolete.Experiments(type).ToEquatableArray(),
            Overloaded = Overloaded(type).ToEquatableArray(),
            Constraints = Opening.Constraints(type, session.Cancel),
        };
    }

    private static IEnumerable<string> Overloaded(INamedTypeSymbol type) =>
        type.WrittenMethods().GroupBy(m => m.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
}
