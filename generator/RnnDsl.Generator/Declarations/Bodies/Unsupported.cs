using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>The constructs that equations do not support, each with an alternative: the complement of the allow-list, in one file.</summary>
public static class Unsupported
{
    public const string NoBranch =
        "every step runs the same equations; write Where(a >= b, x, y), Max, Min, Relu or Abs, or a gate that multiplies";

    private const string NoLoop =
        "a cell's Scan is the loop over time, xs.Map(f) computes at every step, operators work on vectors, "
        + "'foreach' goes over an array of layers";
    internal const string NoObject = "values come from parameters, states, arguments and numbers";
    private const string NoElement = "equations speak of whole vectors; write an operator, Sum or Max";
    private const string NoNumber = "a token says which, not how much: write table[token], or OneHot(token)";
    private const string Otherwise =
        "write operators, the functions of RnnDsl.Equations, or a private method of the class";

    /// <summary>Reports an operation that the table below names; it has no value.</summary>
    public static Value? Report(Findings findings, IOperation operation)
    {
        var (what, instead) = Describe(operation);
        return Report(findings, operation, what, instead);
    }

    public static Value? Report(Findings findings, IOperation operation, string what, string instead)
    {
        // The compiler already reports operations that C# itself rejects.
        if (operation.Kind != OperationKind.Invalid)
        {
            findings.Report(Rules.Unsupported, Token(operation.Syntax), Capital(what), instead);
        }

        findings.LeaveToCompiler();
        return null;
    }

    /// <summary>Reports what C# has, but no value of the language is.</summary>
    public static void Report(Findings findings, SyntaxNode at, string what, string instead)
    {
        findings.Report(Rules.Unsupported, Token(at), what, instead);
        findings.LeaveToCompiler();
    }

    /// <summary>How an operator is written, or null where the language has no such operator.</summary>
    public static string? Symbol(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.Add => "+",
            BinaryOperatorKind.Subtract => "-",
            BinaryOperatorKind.Multiply => "*",
            BinaryOperatorKind.Divide => "/",
            BinaryOperatorKind.GreaterThanOrEqual => ">=",
            BinaryOperatorKind.LessThanOrEqual => "<=",
            BinaryOperatorKind.GreaterThan => ">",
            BinaryOperatorKind.LessThan => "<",
            _ => null,
        };

    /// <summary>The token to report at.</summary>
    public static Location Token(SyntaxNode syntax) =>
        syntax switch
        {
            ConditionalExpressionSyntax conditional => conditional.QuestionToken.GetLocation(),
            SwitchExpressionSyntax choice => choice.SwitchKeyword.GetLocation(),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
            InvocationExpressionSyntax call => call.Expression.GetLocation(),
            MemberAccessExpressionSyntax access => access.Name.GetLocation(),
            BinaryExpressionSyntax binary => binary.OperatorToken.GetLocation(),
            PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken.GetLocation(),
            IsPatternExpressionSyntax pattern => pattern.IsKeyword.GetLocation(),
            LocalFunctionStatementSyntax function => function.Identifier.GetLocation(),
            AnonymousFunctionExpressionSyntax function => Arrow(function),
            StatementSyntax or ObjectCreationExpressionSyntax or AwaitExpressionSyntax or QueryExpressionSyntax =>
                syntax.GetFirstToken().GetLocation(),
            _ => syntax.GetLocation(),
        };

    private static (string What, string Instead) Describe(IOperation operation) =>
        operation switch
        {
            IConditionalOperation { Syntax: StatementSyntax } => ("an 'if'", NoBranch),
            IConditionalOperation => ("a conditional '? :'", NoBranch),
            ISwitchOperation or ISwitchExpressionOperation => ("a 'switch'", NoBranch),
            IIsPatternOperation or IIsTypeOperation => ("a pattern", NoBranch),
            ICoalesceOperation or IConditionalAccessOperation => (
                "a test for null",
                "values of the language are never null"
            ),
            IForEachLoopOperation => ("a 'foreach' over anything but an array of layers", NoLoop),
            ILoopOperation => ("a loop", NoLoop),
            IBlockOperation => ("a block of its own", "write its statements without the braces"),
            IReturnOperation => ("a 'return' without a value", "return the value"),
            ILocalFunctionOperation => ("a local function", "write a private method of the class"),
            IAnonymousFunctionOperation or IDelegateCreationOperation => (
                "a lambda",
                "it can be the argument of Map only; write a private method of the class"
            ),
            IIncrementOrDecrementOperation => ("'++' or '--'", "a name has one value; use a new local"),
            IThrowOperation => ("a 'throw'", "shapes are checked when a program begins; equations always have a value"),
            ITryOperation => ("a 'try'", "equations always have a value"),
            IUsingOperation or IUsingDeclarationOperation => ("a 'using'", "equations have no effects"),
            ILockOperation => ("a 'lock'", "equations have no effects"),
            IAwaitOperation => ("an 'await'", "equations have no effects"),
            IObjectCreationOperation or ITypeParameterObjectCreationOperation => ("'new'", NoObject),
            IDefaultValueOperation => ("'default'", NoObject),
            IArrayCreationOperation or ICollectionExpressionOperation => ("a collection", NoObject),
            IArrayElementReferenceOperation { Type: INamedTypeSymbol type } when type.DeclaredKind() != null => (
                "a layer as a value",
                "call one of its methods"
            ),
            ILocalReferenceOperation => ("a layer as a value", "call one of its methods"),
            IImplicitIndexerReferenceOperation { Instance.Type: var type } when LanguageTypes.IsSeq(type) => (
                "a step counted from the end",
                "write '.Last' for the last one"
            ),
            IImplicitIndexerReferenceOperation
            or IArrayElementReferenceOperation
            or IPropertyReferenceOperation { Property.IsIndexer: true } => ("an element by its index", NoElement),
            IPropertyReferenceOperation { Property.Name: "Length", Instance.Type: var type }
                when LanguageTypes.IsVec(type) => ("the property 'Length'", "write Size(x)"),
            IPropertyReferenceOperation { Property.Name: "Length", Instance.Type: var type }
                when LanguageTypes.IsSeq(type) => ("the property 'Length'", "write Length(xs)"),
            IPropertyReferenceOperation { Instance.Type: var type } property when IsToken(type) => (
                $"the property '{property.Property.Name}' of a token",
                NoNumber
            ),
            IConversionOperation { Operand: IPropertyReferenceOperation { Instance.Type: var type } property }
                when IsToken(type) => ($"the property '{property.Property.Name}' of a token", NoNumber),
            IPropertyReferenceOperation property => ($"the property '{property.Property.Name}'", Otherwise),
            IFieldReferenceOperation { Field.IsStatic: true } field => (
                $"the static field '{field.Field.Name}'",
                "a number is a 'const'; anything else is a field of the class"
            ),
            IFieldReferenceOperation field when field.Field.Attribute(DslNames.State) != null => (
                $"the state '{field.Field.Name}' of a cell",
                $"write Final(xs).{field.Field.Name}, its value after the last step"
            ),
            IFieldReferenceOperation field when LanguageTypes.Read(field.Type) != null => (
                $"the field '{field.Field.Name}' of another object",
                "equations use the fields of their own class"
            ),
            IFieldReferenceOperation field => ($"the field '{field.Field.Name}' as a value", "call one of its methods"),
            IBinaryOperation
            or IUnaryOperation
                when ConditionOperators.Read(operation.Syntax) is var (symbol, _)
                    && ConditionOperators.Instead(operation.Syntax) is { } instead => ($"'{symbol.Text}'", instead),
            IBinaryOperation binary => (
                $"this '{Operator(binary.Syntax)}'",
                "equations know + - * / and comparisons on numbers, Vec, Mat and Seq"
            ),
            IUnaryOperation unary => (
                $"this '{unary.Syntax.GetFirstToken()}'",
                "equations know + - * / and comparisons on numbers, Vec, Mat and Seq"
            ),
            IConversionOperation conversion => (
                $"a conversion to {conversion.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}",
                "only numbers become Scalar"
            ),
            ILiteralOperation => ($"the literal {operation.Syntax}", "numbers are the only literals"),
            IInterpolatedStringOperation => ("a string", "numbers are the only literals"),
            IInstanceReferenceOperation => ("'this' as a value", "use its fields"),
            _ => ($"'{operation.Syntax.GetFirstToken()}' ({operation.Kind})", Otherwise),
        };

    private static bool IsToken(ITypeSymbol? type) => LanguageTypes.Read(type) is { IsToken: true };

    private static string Operator(SyntaxNode syntax) =>
        syntax is BinaryExpressionSyntax binary ? binary.OperatorToken.Text : "=";

    private static Location Arrow(AnonymousFunctionExpressionSyntax function) =>
        function.DescendantTokens().FirstOrDefault(t => t.IsKind(SyntaxKind.EqualsGreaterThanToken))
            is { RawKind: not 0 } arrow
            ? arrow.GetLocation()
            : function.GetFirstToken().GetLocation();

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
