using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>The lowering of one method: the graph under construction, the states so far, and the parts that fill it.</summary>
public sealed class Body
{
    private readonly Session session;
    private readonly Stack<IMethodSymbol> running = new();

    public Body(ClassShape owner, Session session, Findings findings, string name)
    {
        this.session = session;
        Owner = owner;
        Findings = findings;
        Graph = new GraphBuilder(name);
        Expressions = new Expressions(this);
        Statements = new Statements(this);
        Calls = new Calls(this, session);
        States = new States(this);
        Layers = new Layers(this);
        Matrices = new Matrices(this);
    }

    public ClassShape Owner { get; }

    public Findings Findings { get; }

    public GraphBuilder Graph { get; }

    public Expressions Expressions { get; }

    public Statements Statements { get; }

    public Calls Calls { get; }

    public States States { get; }

    public Layers Layers { get; }

    public Matrices Matrices { get; }

    /// <summary>The nodes of the declaration's parameters, in the order of its fields.</summary>
    public IReadOnlyList<int> Parameters { get; set; } = [];

    /// <summary>The nodes of the declaration's settings, in the order of its fields.</summary>
    public IReadOnlyList<int> Settings { get; set; } = [];

    /// <summary>Lowers the body of a method whose arguments are in the frame; null if it has an error.</summary>
    public Value? Run(IMethodSymbol method, Frame frame, SyntaxNode at)
    {
        session.Cancel.ThrowIfCancellationRequested();
        if (running.Contains(method, SymbolEqualityComparer.Default))
        {
            Findings.Report(Rules.Recursion, at.GetLocation(), method.Name, "calls");
            return null;
        }

        if (Operation(method) is not { } operation)
        {
            return null;
        }

        running.Push(method);
        var value = Statements.Run(operation.Operations, frame);
        running.Pop();
        return value;
    }

    public NodeValue? Add(Op op, IEnumerable<Value?> inputs, SyntaxNode at, int origin, Func<Node, Node>? with = null)
    {
        var ids = inputs.OfType<NodeValue>().Select(v => v.Id).ToList();
        if (ids.Count < inputs.Count())
        {
            if (inputs.Any(input => input is LinearMatrix))
            {
                const string Instead =
                    "a matrix whose rows tokens pick is a field: compute with the rows, 'W[token] - V[token]'";
                Unsupported.Report(Findings, at, "A row of a matrix that is computed", Instead);
            }

            return null;
        }

        try
        {
            return new NodeValue(Graph.Add(op, ids, node => (with?.Invoke(node) ?? node) with { Origin = origin }));
        }
        catch (ShapeException exception)
        {
            Findings.Report(Rules.Shape, at.GetLocation(), exception.Message);
            return null;
        }
    }

    /// <summary>Adds a call of a method, which the linker inlines; given a sequence for a vector, the method is lifted over time.</summary>
    public Value? Call(string callee, IMethodSymbol method, IReadOnlyList<Value?> arguments, Frame frame, int origin)
    {
        var types = LanguageTypes.Results(method.ReturnType).Select(frame.TypeOf).OfType<TensorType>().ToList();
        arguments = arguments.Select(a => a is LinearMatrix ? Matrices.Node(a) : a).ToList();
        if (arguments.Any(a => a is not NodeValue) || types.Count == 0)
        {
            return null;
        }

        var lifted = arguments
            .Cast<NodeValue>()
            .Where((a, i) => Graph.TypeOf(a.Id).OverTime && !LanguageTypes.IsSeq(method.Parameters[i].Type))
            .Any();
        types = lifted ? types.Select(type => type.Lift()).ToList() : types;
        if (!method.ReturnType.IsTupleType)
        {
            return Call(callee, types[0], arguments, origin);
        }

        return new TupleValue(
            CallAll(callee, types, arguments, origin)!.Select(Value? (id) => new NodeValue(id)).ToList()
        );
    }

    /// <summary>Adds a call with several results; null where an argument has an error.</summary>
    /// <returns>The nodes of the results.</returns>
    public IReadOnlyList<int>? CallAll(
        string callee,
        IReadOnlyList<TensorType> types,
        IReadOnlyList<Value?> arguments,
        int origin
    )
    {
        if (Call(callee, TensorType.Scalar, arguments, origin)?.Id is not { } call)
        {
            return null;
        }

        Graph.Replace(call, Graph[call] with { Results = types.ToEquatableArray() });
        return types.Select((_, i) => Graph.Result(call, i)).ToList();
    }

    /// <summary>Adds a call with a result of this type.</summary>
    public NodeValue? Call(string callee, TensorType? type, IReadOnlyList<Value?> arguments, int origin)
    {
        if (arguments.Any(a => a is not NodeValue) || type is null)
        {
            return null;
        }

        var ids = arguments.Cast<NodeValue>().Select(a => a.Id).ToEquatableArray();
        return new NodeValue(Graph.Add(new Node(Ops.Call, ids, type) { Callee = callee, Origin = origin }));
    }

    private IBlockOperation? Operation(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax(session.Cancel);
        var model = session.Model(syntax.SyntaxTree);
        var errors = model
            .GetDiagnostics(syntax.Span, session.Cancel)
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .ToList();
        if (errors.Count > 0)
        {
            new WaysOut(model, Owner.Symbol, Findings, session.Cancel).Report(errors);
            Findings.LeaveToCompiler();
            return null;
        }

        if (model.GetOperation(syntax, session.Cancel) is IMethodBodyOperation body)
        {
            return body.BlockBody ?? body.ExpressionBody;
        }

        Findings.Report(
            Rules.Unsupported,
            method.Locations[0],
            $"'{method.Name}', a method without a body,",
            "write its body"
        );
        return null;
    }
}
