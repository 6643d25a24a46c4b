using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// Suggests fixes for errors of the compiler in equations, if its own message does not: the compiler knows the types, not
/// the author's intention.
/// </summary>
public sealed class WaysOut(SemanticModel model, INamedTypeSymbol owner, Findings findings, CancellationToken cancel)
{
    // No such member, an inaccessible member, arguments or operands of other types.
    private static readonly string[] Explained =
    [
        "CS0019",
        "CS0023",
        "CS0029",
        "CS0103",
        "CS0118",
        "CS0119",
        "CS0117",
        "CS0122",
        "CS0305",
        "CS0308",
        "CS0411",
        "CS1061",
        "CS1501",
        "CS1503",
        "CS1729",
        "CS1739",
        "CS1955",
        "CS7036",
    ];

    /// <summary>Reports fixes for the errors in a method.</summary>
    public void Report(IEnumerable<Diagnostic> errors)
    {
        foreach (
            var error in errors
                .Where(e => Explained.Contains(e.Id))
                .GroupBy(e => e.Location.SourceSpan)
                .Select(g => g.First())
        )
        {
            var node = error.Location.SourceTree?.GetRoot(cancel).FindNode(error.Location.SourceSpan, false, true);
            if (
                node is not null
                && !TryCondition(node)
                && !TryMask(node)
                && !TryNew(node)
                && !TryJoin(node)
                && !TryCall(node)
            )
            {
                TryProduct(node);
            }
        }
    }

    // A comparison of values is a mask, not a condition.
    private bool TryCondition(SyntaxNode node)
    {
        var (what, at) = node.Parent switch
        {
            ConditionalExpressionSyntax choice when choice.Condition == node => (
                "A conditional '? :'",
                choice.QuestionToken.GetLocation()
            ),
            IfStatementSyntax branch when branch.Condition == node => ("An 'if'", branch.IfKeyword.GetLocation()),
            _ => (null, null),
        };
        if (what is null || node is not ExpressionSyntax condition || Read(condition) is null)
        {
            return false;
        }

        findings.Report(Rules.Unsupported, at!, what, Unsupported.NoBranch);
        return true;
    }

    // a == b, a & b, !a: C# has them for conditions alone.
    private bool TryMask(SyntaxNode node)
    {
        if (ConditionOperators.Read(node) is not var (symbol, operands) || !operands.Any(IsOfValues))
        {
            return false;
        }

        var instead = ConditionOperators.Instead(node)!;
        findings.Report(Rules.Unsupported, symbol.GetLocation(), $"'{symbol.Text}'", instead);
        return true;
    }

    private bool IsOfValues(ExpressionSyntax operand) =>
        operand is ParenthesizedExpressionSyntax inner ? IsOfValues(inner.Expression)
        : ConditionOperators.Read(operand) is var (_, operands) ? operands.Any(IsOfValues)
        : Read(operand) is not null;

    // Concat(x, gap): a number has no dim.
    private bool TryJoin(SyntaxNode node)
    {
        var call = node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(c => Names(c, node));
        var arguments = call?.ArgumentList.Arguments ?? default;
        if (call is null || NameOf(call)?.Identifier.ValueText != "Concat" || arguments.Count != 2)
        {
            return false;
        }

        var number = arguments.FirstOrDefault(a => Read(a.Expression) is { IsScalar: true });
        if (number is null || arguments.All(a => Read(a.Expression) is null or { IsScalar: true }))
        {
            return false;
        }

        var factor = Factor(number.Expression);
        findings.Report(
            Rules.Unsupported,
            number.GetLocation(),
            "A number side by side with a vector",
            $"make a vector of it: with '[Dim(1)] public readonly struct One : IDim;' and a field '[Frozen, Init(1)] Vec<One> one;' it is "
                + $"'{factor} * one'"
        );
        return true;
    }

    // The constructor is not generated yet, and cannot be used in an equation.
    private bool TryNew(SyntaxNode node)
    {
        var creation = node.AncestorsAndSelf().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault();
        var type = creation is null ? null : TypeOf(creation) as INamedTypeSymbol;
        if (type is null || CellStates.IsState(type) || (type.ContainingType ?? type).DeclaredKind() is null)
        {
            return false;
        }

        findings.Report(Rules.Unsupported, creation!.NewKeyword.GetLocation(), "'new'", Unsupported.NoObject);
        return true;
    }

    private bool TryCall(SyntaxNode node)
    {
        var call = node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(c => Names(c, node));
        var name = call is null ? node as SimpleNameSyntax : NameOf(call);
        if (name is null)
        {
            return false;
        }

        var receiver = (name.Parent as MemberAccessExpressionSyntax)?.Expression;
        var type = receiver is null ? owner : TypeOf(receiver);
        return TryGenerated(name, type)
            || (call is not null && (TryMath(name, receiver, call) || TryToken(type, name, call)));
    }

    // cell.Step(x), model.Predict(x): members that are private, or that are not generated yet.
    private bool TryGenerated(SimpleNameSyntax name, ITypeSymbol? type)
    {
        var text = name.Identifier.ValueText;
        if ((type as INamedTypeSymbol)?.DeclaredKind() is not { } kind)
        {
            return false;
        }

        var isOwn = type.OriginalDefinition.Equals(owner.OriginalDefinition, SymbolEqualityComparer.Default);
        var instead =
            kind == DeclarationKind.Cell && text is DslNames.Step or "Apply" or "Forward" && !isOwn
                ? "a cell is run by Scan, and Final gives its state after the last step"
            : GeneratedMembers.Has(kind, text) ? "it is for the users of the class"
            : kind == DeclarationKind.Layer && !isOwn && type.GetMembers(text).IsEmpty ? OwnMethods(type)
            : null;
        if (instead is null)
        {
            return false;
        }

        findings.Report(Rules.GeneratedMember, name.Identifier.GetLocation(), text, instead);
        return true;
    }

    private static string? OwnMethods(ITypeSymbol layer)
    {
        var names = layer.GetMembers().OfType<IMethodSymbol>().Where(ClassReader.IsPublicEquation).Select(m => m.Name);
        var list = string.Join(", ", names.Distinct(StringComparer.Ordinal).Select(name => $"'{name}'"));
        return list.Length == 0 ? null : $"call one of the layer's own methods: {list}";
    }

    private bool TryMath(SimpleNameSyntax name, ExpressionSyntax? receiver, InvocationExpressionSyntax call)
    {
        var isMath =
            receiver is not null
            && model.GetSymbolInfo(receiver, cancel).Symbol is INamedTypeSymbol type
            && type.MetadataId() is "System.Math" or "System.MathF";
        if (!isMath || !call.ArgumentList.Arguments.Any(a => Value(a) is not null))
        {
            return false;
        }

        var text = name.Identifier.ValueText;
        var instead = Ir.Ops.All.Any(op => op.Method == text)
            ? $"write '{text}(...)', the function of RnnDsl.Equations"
            : "write the function of RnnDsl.Equations, or what it is made of";
        findings.Report(Rules.Unsupported, name.Identifier.GetLocation(), $"The '{text}' of a number", instead);
        return true;
    }

    // A cell reads vectors, and a token is an index.
    private bool TryToken(ITypeSymbol? type, SimpleNameSyntax name, InvocationExpressionSyntax call)
    {
        var kind = (type as INamedTypeSymbol)?.DeclaredKind();
        var token = call.ArgumentList.Arguments.FirstOrDefault(a => Value(a) is { IsToken: true });
        if (kind is not (DeclarationKind.Cell or DeclarationKind.Layer) || token is null || TakesTokens(call))
        {
            return false;
        }

        var argument = token.Expression.ToString();
        var dim = ((INamedTypeSymbol)TypeOf(token.Expression)!).TypeArguments[0].Name;
        var tokens = Value(token) is { OverTime: true } ? "tokens" : "a token";
        findings.Report(
            Rules.Unsupported,
            token.GetLocation(),
            $"'{name.Identifier.ValueText}' of {tokens}",
            $"embed them: a field 'Embedding<{dim}, Features> words;' and 'words.Apply({argument})' give vectors, and so does "
                + $"'OneHot({argument})'"
        );
        return true;
    }

    private bool TakesTokens(InvocationExpressionSyntax call) =>
        model
            .GetSymbolInfo(call, cancel)
            .CandidateSymbols.OfType<IMethodSymbol>()
            .Any(method => method.Parameters.Any(p => LanguageTypes.Read(p.Type) is { IsToken: true }));

    // x * W, and W * V where W has not as many columns as V has rows: C# knows no such product.
    private void TryProduct(SyntaxNode node)
    {
        if (
            node is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product
            || !IsMat(product.Right)
        )
        {
            return;
        }

        var (left, right, at) = (product.Left, product.Right, product.OperatorToken.GetLocation());
        if (IsMat(left))
        {
            var (first, second) = (left.ToString(), right.ToString());
            var (columns, rows) = (Read(left)!.Dims[1], Read(right)!.Dims[0]);
            findings.Report(
                Rules.Unsupported,
                at,
                $"A matrix of {columns} columns times one of {rows} rows",
                $"the columns of the first go with the rows of the second, as in '{Factor(left)} * Transpose({second})': write "
                    + $"'Hadamard({first}, {second})' for the product of each two elements"
            );
        }
        else if (Read(left) is { IsScalar: false, IsToken: false })
        {
            var (vector, matrix) = (left.ToString(), right.ToString());
            findings.Report(
                Rules.Unsupported,
                at,
                "A vector times a matrix",
                $"a matrix stands before what it multiplies: write '{Factor(right)} * {vector}', or 'Transpose({matrix}) * {vector}' for the "
                    + "sum over its rows"
            );
        }
    }

    private static string Factor(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax ? "(" + expression.ToString() + ")" : expression.ToString();

    private bool IsMat(ExpressionSyntax? expression) => Read(expression) is { IsMat: true };

    private Ir.TensorType? Read(ExpressionSyntax? expression) =>
        expression is not null && TypeOf(expression) is { } type ? LanguageTypes.Read(type) : null;

    private Ir.TensorType? Value(ArgumentSyntax argument) =>
        TypeOf(argument.Expression) is { } type && !LanguageTypes.IsReal(type) ? LanguageTypes.Read(type) : null;

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancel).Type;

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax name => name,
            _ => null,
        };

    // The error is at the name of the called method, or at one of its arguments.
    private static bool Names(InvocationExpressionSyntax call, SyntaxNode node) =>
        call == node
        || NameOf(call) == node
        || call.Expression == node
        || call.ArgumentList == node
        || call.ArgumentList.Arguments.Any(argument => argument == node || argument.Expression == node);
}
