using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>Lowers one method of a declaration to its graph.</summary>
public sealed class MethodLowering(ClassShape owner, Session session, Findings findings)
{
    private IReadOnlyList<StateField> States => owner.States.ToList();

    public Method Lower(IMethodSymbol method)
    {
        var name = NameOf(method);
        var body = new Body(owner, session, findings, name);
        var frame = new Frame(method);
        foreach (var parameter in method.Parameters)
        {
            var type = LanguageTypes.Read(parameter.Type) ?? TensorType.Scalar;
            frame[parameter] = new NodeValue(body.Graph.Input(parameter.Name, type));
        }

        body.States.Begin(States.Select(s => body.Graph.Input(s.Name, s.Type)).ToList());
        body.Parameters = owner.Fields.Parameters.Select(p => body.Graph.Parameter(p.Name, p.Type)).ToList();
        body.Settings = owner.Fields.Settings.Own.Select(s => body.Graph.Parameter(s.Name, TensorType.Scalar)).ToList();

        var had = findings.Reported.Count;
        var value = body.Run(method, frame, method.DeclaringSyntaxReferences[0].GetSyntax(session.Cancel));
        var results = value is TupleValue tuple ? tuple.Items : [value];
        if (results.Any(result => result is not NodeValue))
        {
            return Broken(method);
        }

        if (findings.Reported.Count == had)
        {
            ReportUnassigned(body);
            ReportUnread(method, frame);
        }

        var ids = results.Cast<NodeValue>().Select(result => result.Id);
        var graph = LiveGraph.Of(body.Graph, [.. ids, .. body.States.Current]);
        return new Method(
            name,
            graph,
            method.Parameters.Length,
            IsPublic(method),
            StatementText.Of(method, session.Cancel)
        )
        {
            Results = NamesOf(method.ReturnType),
        };
    }

    /// <summary>
    /// The method without its equations: for a class with errors, members with its signature are generated, so that their
    /// callers still compile.
    /// </summary>
    public Method Broken(IMethodSymbol method)
    {
        var name = NameOf(method);
        var graph = new GraphBuilder(name);
        foreach (var parameter in method.Parameters)
        {
            graph.Input(parameter.Name, LanguageTypes.Read(parameter.Type) ?? TensorType.Scalar);
        }

        var inputs = States.Select(s => graph.Input(s.Name, s.Type)).ToList();
        var nothing = LanguageTypes
            .Results(method.ReturnType)
            .Select(type => LanguageTypes.Read(type) ?? TensorType.Scalar)
            .Select(type => graph.Add(new Node(Ops.Const, EquatableArray<int>.Empty, type)))
            .ToList();
        return new Method(
            name,
            graph.Build([.. nothing, .. inputs]),
            method.Parameters.Length,
            IsPublic(method),
            EquatableArray<string>.Empty
        )
        {
            Results = NamesOf(method.ReturnType),
        };
    }

    private static EquatableArray<string> NamesOf(ITypeSymbol result) =>
        result is INamedTypeSymbol { IsTupleType: true } tuple
            ? tuple.TupleElements.Select(element => element.Name).ToEquatableArray()
            : EquatableArray<string>.Empty;

    private string NameOf(IMethodSymbol method) =>
        owner.Kind == DeclarationKind.Functions ? MethodKey.Of(method) : method.Name;

    private void ReportUnassigned(Body body)
    {
        foreach (var state in body.States.Unassigned)
        {
            var field = owner.Symbol.GetMembers(owner.Fields.States[state].Name)[0];
            findings.Report(Rules.StateNeverAssigned, field.Locations[0], field.Name);
        }
    }

    // A sample has data for each argument of the loss. (A layer and its callers may agree on any arguments.)
    private void ReportUnread(IMethodSymbol method, Frame frame)
    {
        foreach (var argument in owner.Kind == DeclarationKind.Training ? frame.Unread : [])
        {
            findings.Report(Rules.UnusedArgument, argument.Locations[0], argument.Name, method.Name);
        }
    }

    private static bool IsPublic(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Public;
}
