using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Declarations.Bodies;
using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations;

/// <summary>
/// Lowers a declared class. The generator and the analyzer both call it: the first keeps the declaration, the second the findings.
/// </summary>
public static class ClassLowering
{
    /// <summary>Lowers a class; null where it carries none of the language's attributes.</summary>
    public static Lowered? Lower(INamedTypeSymbol type, Session session)
    {
        var findings = new Findings();
        if (new ClassReader(session, findings).Read(type) is not { } shape)
        {
            return null;
        }

        new ClassRules(shape, findings, session.Cancel).Check();
        var rules = new MethodRules(shape, findings, session.Cancel);
        var lowering = new MethodLowering(shape, session, findings);
        var methods = shape.Methods.Where(rules.Check).Select(lowering.Lower).ToList();
        if (!findings.HasErrors)
        {
            new UseRules(shape, findings).Check(methods);
        }

        return new Lowered(Describe(shape, methods, session, findings.HasErrors), findings);
    }

    private static Declaration Describe(
        ClassShape shape,
        IReadOnlyList<Method> methods,
        Session session,
        bool hasErrors
    )
    {
        var type = shape.Symbol;
        var definition = new Definition(
            shape.Kind,
            type.MetadataId(),
            shape.Dims.Parameters,
            shape.Fields.Parameters.ToEquatableArray(),
            shape.Children,
            shape.Fields.States.ToEquatableArray(),
            methods.ToEquatableArray()
        );
        return new Declaration(
            definition,
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            type.TypeParameters.Select(p => p.Name).ToEquatableArray(),
            type.Containers().Select(c => c.PartialHeader()).ToEquatableArray(),
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            session.ExternalsOf(definition).ToEquatableArray(),
            TrainingAttribute.Read(type, shape),
            hasErrors
        );
    }
}
