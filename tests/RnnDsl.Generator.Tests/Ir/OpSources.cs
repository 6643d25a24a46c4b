using System.Reflection;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Ir;

/// <summary>For each row of the op table a model and a training that use it on every kind of operand that its methods take.</summary>
internal static class OpSources
{
    /// <summary>Types that have the operators.</summary>
    private static readonly Type[] values =
    [
        typeof(Scalar),
        typeof(Scalars),
        typeof(Vec<>),
        typeof(Seq<>),
        typeof(Mat<,>),
    ];

    private static readonly Dictionary<string, string> operators = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_UnaryNegation"] = "-",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThan"] = ">",
        ["op_LessThan"] = "<",
    };

    /// <summary>The rows that equations are written with. L2 is of a layer, which its own tests have.</summary>
    public static IEnumerable<Op> Rows =>
        Ops.All.Where(op => (op.Method ?? op.Operator) is not null && op != Ops.L2 && op.Kind != OpKind.Derived);

    /// <summary>A layer and its training; every use of the row is a term of the loss.</summary>
    public static string Of(Op op)
    {
        var terms = Calls(op).Concat(Infixes(op)).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(terms);
        return $$"""
            #pragma warning disable CS1718 // An operand is compared with itself too.
            [Layer]
            public partial class {{op.Name}}_Model
            {
                Mat<D, D> W;
                Vec<D> b;

                public Seq<D> Forward(Seq<D> xs) => W * xs + b;

                public Scalar Value(Seq<D> xs, Vec<D> x, Scalars ns, Token<D> word, Tokens<D> words)
                {
                    var v = W * x + b;
                    var vs = W * xs + b;
                    var s = Sum(v);
                    var ss = vs.Map(each => Sum(each));
                    return {{string.Join("\n            + ", terms)}};
                }
            }

            [Training]
            public partial class {{op.Name}}_Training
            {
                {{op.Name}}_Model model;

                Scalar Loss(Seq<D> xs, Vec<D> x, Scalars ns, Token<D> word, Tokens<D> words) =>
                    model.Value(xs, x, ns, word, words);
            }
            """;
    }

    private static IEnumerable<string> Calls(Op op) =>
        from method in typeof(Equations).GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.Name == op.Method
        let parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToList()
        where Lowers(op, parameters, Ops.ByMethod(method.Name, [.. parameters.Select(TypeOf)]))
        from arguments in Combinations([.. parameters.Select(Operands)])
        select Term($"{method.Name}({string.Join(", ", arguments)})", method.ReturnType);

    private static IEnumerable<string> Infixes(Op op) =>
        from type in values
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where operators.TryGetValue(method.Name, out var symbol) && symbol == op.Operator
        let parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToList()
        where Lowers(op, parameters, Ops.ByOperator(operators[method.Name], [.. parameters.Select(TypeOf)]))
        from arguments in Combinations([.. parameters.Select(Operands)])
        select Term(
            arguments.Count == 1 ? $"(-{arguments[0]})" : $"({arguments[0]} {op.Operator} {arguments[1]})",
            method.ReturnType
        );

    private static bool Lowers(Op op, List<Type> parameters, Op? found) => parameters.Count > 0 && found == op;

    /// <summary>Numbers that are known before the program runs, data, and what a gradient goes through.</summary>
    private static string[] Operands(Type type) =>
        TypeOf(type) switch
        {
            _ when type == typeof(float) => ["0.5f"],
            { OverTime: true } when IsOfParts(type) => ["Concat(xs, vs)"],
            _ when IsOfParts(type) => ["Concat(x, v)"],
            { IsToken: true, OverTime: false } => ["word"],
            { IsToken: true } => ["words"],
            { IsMat: true } => ["W", "Outer(v, x)"],
            { IsVec: true, OverTime: true } => ["xs", "vs"],
            { IsVec: true } => ["x", "v"],
            { OverTime: true } => ["ns", "ss"],
            _ => ["(1 / Size(x))", "Length(xs)", "Sum(x)", "s"],
        };

    private static bool IsOfParts(Type type) =>
        type.GenericTypeArguments is [{ IsGenericType: true } dim] && dim.GetGenericTypeDefinition() == typeof(Cat<,>);

    // Each number comes with each, on either side.
    private static IEnumerable<IReadOnlyList<string>> Combinations(IReadOnlyList<string[]> operands) =>
        operands.Aggregate(
            (IEnumerable<IReadOnlyList<string>>)
                [
                    [],
                ],
            (all, next) => all.SelectMany(some => next.Select(one => (IReadOnlyList<string>)[.. some, one]))
        );

    private static string Term(string value, Type type) =>
        TypeOf(type) switch
        {
            { IsToken: true, OverTime: true } => $"Sum(Mean(OneHot({value})))",
            { IsMat: true } => $"Sum({value} * v)",
            { IsVec: true, OverTime: true } => $"Sum(Mean({value}))",
            { IsVec: true } or { OverTime: true } => $"Sum({value})",
            _ => value,
        };

    private static TensorType TypeOf(Type type)
    {
        var dim = new NamedDim("D");
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return definition == typeof(Vec<>) ? TensorType.Vec(dim)
            : definition == typeof(Seq<>) ? TensorType.Seq(dim)
            : definition == typeof(Scalars) ? TensorType.Scalar.Lift()
            : definition == typeof(Token<>) ? TensorType.Token(dim)
            : definition == typeof(Tokens<>) ? TensorType.Tokens(dim)
            : definition == typeof(Mat<,>) ? TensorType.Mat(dim, dim)
            : TensorType.Scalar;
    }
}
