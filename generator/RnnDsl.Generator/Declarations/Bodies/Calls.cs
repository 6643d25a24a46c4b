using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>Lowers calls: primitives of the op table, functions, methods of children, the class's own methods, and Map.</summary>
public sealed class Calls(Body body, Session session)
{
    public Value? Lower(IInvocationOperation call, Frame frame, int origin)
    {
        if (call is { TargetMethod.Name: "Map", Instance: { } sequence } && LanguageTypes.IsSeq(sequence.Type))
        {
            return Map(sequence, call.Arguments[0].Value, frame);
        }

        if (call.TargetMethod is { Name: "L2" } && LanguageTypes.IsInLanguage(call.TargetMethod.ContainingType))
        {
            return Penalty(call.Arguments[0].Value, frame, origin);
        }

        var callee = Resolve(call.TargetMethod, call.Instance, call, frame, origin);
        return callee?.Invoke(
            call.Arguments.OrderBy(a => a.Parameter!.Ordinal)
                .Select(a => body.Expressions.Lower(a.Value, frame))
                .ToList()
        );
    }

    // The argument of L2 is a layer, not a value.
    private Value? Penalty(IOperation part, Frame frame, int origin)
    {
        while (part is IConversionOperation { IsImplicit: true } conversion)
        {
            part = conversion.Operand;
        }

        if (body.Layers.TryFind(part, frame, out var layer))
        {
            return layer is null
                ? null
                : body.Add(Ops.L2, [], part.Syntax, origin, n => n with { Callee = layer.Name });
        }

        const string Instead = "write L2 of a field that is a cell or a layer";
        return body.Layers.ReportUse(part)
            ? null
            : Unsupported.Report(body.Findings, part, $"an L2 of '{part.Syntax}'", Instead);
    }

    /// <summary>
    /// Map inlines the function's body once, on the sequence itself: ops on vectors, given a sequence, run at every step.
    /// </summary>
    private Value? Map(IOperation sequence, IOperation function, Frame frame)
    {
        var steps = body.Expressions.Lower(sequence, frame);
        while (function is IConversionOperation conversion)
        {
            function = conversion.Operand;
        }

        var target = function is IDelegateCreationOperation creation ? creation.Target : function;
        var (outer, open) = (frame.InMap, frame.Open);
        (frame.InMap, frame.Open) = (true, new HashSet<ISymbol>(SymbolEqualityComparer.Default));
        var value = target switch
        {
            IAnonymousFunctionOperation lambda => Lambda(lambda, steps, frame),
            IMethodReferenceOperation group => Resolve(
                group.Method,
                group.Instance,
                group,
                frame,
                body.Findings.Visit(group.Syntax)
            )
                ?.Invoke([steps]),
            _ => Unsupported.Report(
                body.Findings,
                function,
                "a function as a value",
                "write a lambda or a method's name"
            ),
        };
        (frame.InMap, frame.Open) = (outer, open);
        return AtEveryStep(value);
    }

    private Value? Lambda(IAnonymousFunctionOperation lambda, Value? steps, Frame frame)
    {
        frame[lambda.Symbol.Parameters[0]] = steps;
        return body.Statements.Run(lambda.Body.Operations, frame);
    }

    // A function that ignores its argument gives the same value at every step.
    public Value? AtEveryStep(Value? value) =>
        value is TupleValue tuple ? new TupleValue(tuple.Items.Select(AtEveryStep).ToList())
        : value is NodeValue node && !body.Graph.TypeOf(node.Id).OverTime
            ? new NodeValue(body.Graph.Add(Ops.Spread, node.Id))
        : value;

    private Callee? Resolve(IMethodSymbol method, IOperation? instance, IOperation at, Frame frame, int origin)
    {
        var definition = method.OriginalDefinition;
        var type = definition.ContainingType;
        if (type.MetadataId() == DslNames.Equations)
        {
            return Primitive(definition, at, frame, origin);
        }

        if (
            SymbolEqualityComparer.Default.Equals(type, body.Owner.Symbol)
            && (method.IsStatic || Expressions.IsThis(instance))
        )
        {
            return Own(method, at, frame, origin);
        }

        if (type.DeclaredKind() == DeclarationKind.Functions && method.DeclaredAccessibility == Accessibility.Public)
        {
            return Function(method, at, frame, origin);
        }

        if (body.Layers.TryFind(instance, frame, out var layer))
        {
            return layer is null ? null : OfChild(layer, method, at, frame, origin);
        }

        // A local whose value has an error that is already reported.
        if (instance is ILocalReferenceOperation { Local: var local } && frame.Has(local) && frame[local] == null)
        {
            return null;
        }

        var extended = (at as IInvocationOperation)?.Arguments.FirstOrDefault()?.Value;
        if (body.Layers.ReportUse(instance) || body.Layers.ReportUse(extended))
        {
            return null;
        }

        Unsupported.Report(body.Findings, at, $"a call of '{method.Name}'", Advice(type));
        return null;
    }

    private Callee? Primitive(IMethodSymbol method, IOperation at, Frame frame, int origin)
    {
        if (Matrices.Functions.Contains(method.Name))
        {
            return arguments => body.Matrices.Call(method.Name, arguments, at.Syntax, origin);
        }

        var types = method.Parameters.Select(p => LanguageTypes.Read(p.Type)).ToList();
        if (types.Contains(null) || Ops.ByMethod(method.Name, types!) is not { } op)
        {
            Unsupported.Report(body.Findings, at, $"a call of '{method.Name}'", "it is not a row of the op table");
            return null;
        }

        return arguments =>
            op.Kind == OpKind.Noise ? Noise(op, arguments, at, frame, origin)
            : op == Ops.Length ? body.Add(op, [], at.Syntax, origin)
            : op != Ops.Size ? body.Matrices.Add(op, arguments, at.Syntax, origin)
            : arguments[0] is NodeValue vector
                ? body.Add(op, [], at.Syntax, origin, n => n with { Dim = body.Graph.TypeOf(vector.Id).Dims[0] })
            : null;
    }

    /// <summary>
    /// The rate is a number, or, in a function, an argument that is one. In a Map, values that are not sequences also belong to the step.
    /// </summary>
    private Value? Noise(Op op, IReadOnlyList<Value?> arguments, IOperation at, Frame frame, int origin)
    {
        var given = op.Noise is { HasRate: true } ? arguments[1] : body.Add(Ops.Const, [], at.Syntax, origin);
        if (arguments[0] is not NodeValue x || given is not NodeValue rate)
        {
            return null;
        }

        var node = body.Graph[rate.Id];
        var isGiven = node.Op == Ops.Input && body.Owner.Kind == DeclarationKind.Functions;
        if (!isGiven && (node.Op != Ops.Const || !Mask.IsRate(node.Number)))
        {
            var argument = ((IInvocationOperation)at).Arguments.First(a => a.Parameter!.Ordinal == 1);
            body.Findings.Report(Rules.NoiseRate, argument.Syntax.GetLocation(), op.Method);
            return null;
        }

        var value = frame.InMap && op.Noise is { EachStep: true } ? AtEveryStep(x) : x;
        return body.Add(op, [value, rate], at.Syntax, origin);
    }

    private Callee? Own(IMethodSymbol method, IOperation at, Frame frame, int origin)
    {
        var type = body.Owner.Symbol;
        if (body.Owner.Kind == DeclarationKind.Functions && method.DeclaredAccessibility == Accessibility.Public)
        {
            return Function(method, at, frame, origin);
        }

        if (method.OriginalDefinition.IsWrittenByUser())
        {
            return arguments => Inline(method, arguments, at, frame);
        }

        // The overload for sequences is generated; its body is the user's method, lifted over time.
        if (
            type.WrittenMethods().FirstOrDefault(m => m.Name == method.Name && SignatureReader.IsLifted(m)) is
            { } written
        )
        {
            return arguments => Inline(written, arguments, at, frame);
        }

        body.Findings.Report(
            Rules.GeneratedMember,
            Unsupported.Token(at.Syntax),
            method.Name,
            "it is generated from them"
        );
        return null;
    }

    private Callee? Function(IMethodSymbol method, IOperation at, Frame frame, int origin)
    {
        var type = method.ContainingType;
        if (session.IsExternal(type) && session.External(type) == null)
        {
            var name = Unsupported.Token(at.Syntax);
            var why = ExternalDefinitions.WhyMissing(type);
            body.Findings.Report(Rules.DefinitionMissing, name, type.Name, type.ContainingAssembly.Name, why);
            return null;
        }

        var key = $"{session.IdOf(type)}:{MethodKey.Of(method.OriginalDefinition)}";
        return arguments => body.Call(key, method, arguments, frame, origin);
    }

    private Callee? OfChild(LayerValue layer, IMethodSymbol method, IOperation at, Frame frame, int origin)
    {
        var child = layer.Child;
        var callee = $"{layer.Name}.{method.Name}";
        if (child.Kind == DeclarationKind.Cell)
        {
            // A step of a cell runs one step of the cells that it holds; a layer runs a cell over a sequence.
            return (method.Name, body.Owner.Kind == DeclarationKind.Cell) switch
            {
                (DslNames.Scan, false) => arguments =>
                    body.Call(callee, frame.TypeOf(method.ReturnType), Given(arguments, at), origin),
                (DslNames.Final, false) => arguments =>
                    Final(callee, method.ReturnType, Given(arguments, at), frame, origin),
                (DslNames.Step, true) => arguments =>
                    body.States.Step(layer, method, arguments, at.Syntax, frame, origin),
                (_, true) => NotCallable("a cell that holds another runs its Step"),
                _ => NotCallable("a cell is run by Scan, and Final gives its state after the last step"),
            };
        }

        return session.HasMethod(child.Type, method.Name)
            ? arguments => body.Call(callee, method, arguments, frame, origin)
            : NotCallable("call one of the layer's own methods");

        Callee? NotCallable(string instead)
        {
            body.Findings.Report(Rules.GeneratedMember, Unsupported.Token(at.Syntax), method.Name, instead);
            return null;
        }
    }

    // A loop may start from a matrix that is a parameter, the same for each example.
    private List<Value?> Given(IReadOnlyList<Value?> arguments, IOperation at) =>
        StateValues.Flat(arguments).Select(value => body.Matrices.OfExample(value, at.Syntax)).ToList();

    // One call for each state: the linker makes the same loop of each, and equal loops are merged.
    private TupleValue Final(
        string callee,
        ITypeSymbol type,
        IReadOnlyList<Value?> arguments,
        Frame frame,
        int origin
    ) =>
        new(
            CellStates
                .Properties(type)
                .Select(state =>
                    CellStates.IsState(state.Type)
                        ? Final($"{callee}.{state.Name}", state.Type, arguments, frame, origin)
                        : (Value?)
                            body.Call(
                                $"{callee}.{state.Name}",
                                frame.TypeOf(state.Type)?.InExample(),
                                arguments,
                                origin
                            )
                )
                .ToList()
        );

    private Value? Inline(IMethodSymbol method, IReadOnlyList<Value?> arguments, IOperation at, Frame frame)
    {
        var written = method.OriginalDefinition;
        var inner = new Frame(written) { IsHelper = true, InMap = frame.InMap };
        for (var i = 0; i < arguments.Count; i++)
        {
            inner[written.Parameters[i]] = arguments[i];
        }

        for (var i = 0; i < written.TypeParameters.Length; i++)
        {
            inner.SetDim(written.TypeParameters[i], frame.DimOf(method.TypeArguments[i]));
        }

        return body.Run(written, inner, at.Syntax);
    }

    private static string Advice(INamedTypeSymbol type) =>
        type.MetadataId() switch
        {
            "System.Math" or "System.MathF" => "write the function of RnnDsl.Equations",
            _ when type.IsStatic =>
                $"mark '{type.Name}' with [Functions] and make it partial, or write a private method",
            _ => "equations call the functions of RnnDsl.Equations, [Functions] classes, fields and private methods",
        };
}
