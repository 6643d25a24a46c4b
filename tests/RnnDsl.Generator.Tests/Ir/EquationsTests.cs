using System.Reflection;
using RnnDsl.Generator.Declarations.Bodies;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Ir;

/// <summary>The op table and the functions that a person can call are two sides of one list.</summary>
public class EquationsTests
{
    // Functions of matrices are composed of rows where they are called.
    private static readonly MethodInfo[] Methods =
    [
        .. typeof(Equations)
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !Matrices.Functions.Contains(method.Name)),
    ];

    // L2 is of a layer, and becomes an op on its matrices when it is linked.
    public static TheoryData<string> Signatures() =>
        [.. Methods.Where(method => method.Name != nameof(Equations.L2)).Select(method => method.ToString()!)];

    [Fact]
    public void Each_row_with_a_method_has_it_and_each_method_has_a_row() =>
        Assert.Equal(
            Ops.All.Select(op => op.Method).OfType<string>().Distinct().Order(StringComparer.Ordinal),
            Methods.Select(method => method.Name).Distinct().Order(StringComparer.Ordinal)
        );

    /// <summary>A row has its reference twice: as C#, of which the overloads are printed, and as a delegate.</summary>
    [Fact]
    public void A_printed_overload_computes_what_its_row_does()
    {
        var rows = Ops.All.Where(op => op.Reference is not null).ToList();
        Assert.Equal(32, rows.Count);
        foreach (var op in rows)
        {
            foreach (var (a, b) in new[] { (0.0, 0.0), (1.5, -2), (-1.5, 3), (40, 40), (-40, 0.25), (1e300, -1e300) })
            {
                var actual = Printed(op, a, b);
                var expected = op.Element!(a, b);
                Assert.True(
                    actual.Equals(expected) || Math.Abs(actual - expected) <= 1e-15 * Math.Abs(expected),
                    $"{op}({a}, {b}) is {actual}, not {expected}"
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Each_overload_lowers_to_a_row_that_gives_its_type(string signature)
    {
        var method = Methods.Single(method => method.ToString() == signature);
        var arguments = method.GetParameters().Select(parameter => TypeOf(parameter.ParameterType)).ToList();
        var op = Ops.ByMethod(method.Name, arguments);
        Assert.NotNull(op);
        var node = new Node(op, new([]), TensorType.Scalar) { Dim = new NamedDim("D") };
        var actual = op.Shape(op.Kind == OpKind.Leaf ? [] : arguments, node);
        Assert.Equal(TypeOf(method.ReturnType), actual);
    }

    [Theory]
    [InlineData(typeof(Scalar))]
    [InlineData(typeof(Scalars))]
    [InlineData(typeof(Vec<>))]
    [InlineData(typeof(Seq<>))]
    [InlineData(typeof(Mat<,>))]
    public void Each_operator_lowers_to_a_row_that_gives_its_type(Type type)
    {
        var symbols = new Dictionary<string, string>(StringComparer.Ordinal)
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
        var operators = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => symbols.ContainsKey(method.Name))
            .ToList();
        Assert.NotEmpty(operators);
        foreach (var method in operators)
        {
            var operands = method.GetParameters().Select(parameter => TypeOf(parameter.ParameterType)).ToList();
            var op = Ops.ByOperator(symbols[method.Name], operands);
            Assert.NotNull(op);
            Assert.Equal(TypeOf(method.ReturnType), op.Shape(operands, new Node(op, new([]), TensorType.Scalar)));
        }
    }

    private static double Printed(Op op, double a, double b)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["+"] = "op_Addition",
            ["-"] = op.Arity == 1 ? "op_UnaryNegation" : "op_Subtraction",
            ["*"] = "op_Multiply",
            ["/"] = "op_Division",
            [">="] = "op_GreaterThanOrEqual",
            ["<="] = "op_LessThanOrEqual",
            [">"] = "op_GreaterThan",
            ["<"] = "op_LessThan",
        };
        var method = op.Method is null
            ? typeof(Scalar).GetMethod(names[op.Operator!])
            : typeof(Equations).GetMethod(op.Method, [.. Enumerable.Repeat(typeof(Scalar), op.Arity)]);
        object[] arguments = [new Scalar(a), new Scalar(b)];
        return ((Scalar)method!.Invoke(null, arguments[..op.Arity])!).Value;
    }

    // All dims of these signatures are type parameters: two for a matrix, its rows and columns; one for any other type.
    private static TensorType TypeOf(Type type)
    {
        if (type == typeof(Scalar) || type == typeof(double) || type == typeof(float))
        {
            return TensorType.Scalar;
        }

        if (type == typeof(Scalars))
        {
            return TensorType.Scalar.Lift();
        }

        var dims = type.GetGenericArguments().Select(dim => DimOf(dim)).ToArray();
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Vec<>) ? TensorType.Vec(dims[0])
            : definition == typeof(Seq<>) ? TensorType.Seq(dims[0])
            : definition == typeof(Token<>) ? TensorType.Token(dims[0])
            : definition == typeof(Tokens<>) ? TensorType.Tokens(dims[0])
            : definition == typeof(Mat<,>) ? TensorType.Mat(dims[0], dims[1])
            : throw new ArgumentException($"{type} is no value of the language");
    }

    private static Dim DimOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Cat<,>)
            ? new CatDim(DimOf(type.GenericTypeArguments[0]), DimOf(type.GenericTypeArguments[1]))
            : new NamedDim(type.Name);
}
