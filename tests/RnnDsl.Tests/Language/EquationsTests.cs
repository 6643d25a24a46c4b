using static RnnDsl.Equations;

namespace RnnDsl.Tests.Language;

public class EquationsTests
{
    private static readonly Vec<In> X = new(-2, 0, 3);

    // The values of a table of functions, to seven digits.
    public static TheoryData<string, Func<Vec<In>, Vec<In>>, double[]> Functions { get; } =
        new()
        {
            { "Sigmoid", Sigmoid, [0.1192029, 0.5, 0.9525741] },
            { "Tanh", Tanh, [-0.9640276, 0, 0.9950548] },
            { "Relu", Relu, [0, 0, 3] },
            { "Exp", Exp, [0.1353353, 1, 20.0855369] },
            { "Square", Square, [4, 0, 9] },
            { "Abs", Abs, [2, 0, 3] },
            { "Sin", Sin, [-0.9092974, 0, 0.1411200] },
            { "Cos", Cos, [-0.4161468, 1, -0.9899925] },
            { "Softplus", Softplus, [0.1269280, 0.6931472, 3.0485874] },
            { "Erf", Erf, [-0.9953223, 0, 0.9999779] },
            { "Erfc", Erfc, [1.9953223, 1, 0.0000221] },
            { "Expm1", Expm1, [-0.8646647, 0, 19.0855369] },
            { "Floor", x => Floor(x / 2 - 0.25), [-2, -1, 1] },
            { "Atan", Atan, [-1.1071487, 0, 1.2490458] },
        };

    [Theory]
    [MemberData(nameof(Functions), DisableDiscoveryEnumeration = true)]
    public void Unary_functions_work_element_by_element(string name, Func<Vec<In>, Vec<In>> function, double[] expected)
    {
        Assert.NotEmpty(name);
        var actual = function(X).ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-7);
        }
    }

    [Fact]
    public void Logarithms_and_roots_invert_exponentials_and_squares()
    {
        var x = new Vec<In>(0.25, 1, 9);
        Assert.Equal([0.5, 1, 3], Sqrt(x).ToArray());
        Assert.Equal(X.ToArray(), Log(Exp(X)).ToArray().Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void A_function_of_a_sequence_is_the_function_of_each_step()
    {
        var xs = new Seq<In>(X, -X);
        foreach (
            Func<Seq<In>, Seq<In>> overTime in (Func<Seq<In>, Seq<In>>[])
                [Sigmoid, Tanh, Relu, Exp, Square, Abs, Sin, Cos, Softplus, Erf, Erfc, Expm1, Atan, LogGamma, Floor]
        )
        {
            Assert.Equal(2, overTime(xs).Length);
        }

        Assert.Equal([.. Tanh(X).ToArray(), .. Tanh(-X).ToArray()], Tanh(xs).ToArray());
        Assert.Equal([0, 0, 3, 2, 0, 0], Relu(xs).ToArray());
    }

    [Fact]
    public void A_function_of_a_scalar_is_a_scalar()
    {
        Assert.Equal(0.5, Sigmoid(0).Value);
        Assert.Equal(9, Square((Scalar)(-3)).Value);
        Assert.Equal(3, Sqrt((Scalar)9).Value);
    }

    [Fact]
    public void Max_and_Min_choose_element_by_element()
    {
        var other = new Vec<In>(-1, -1, 5);
        Assert.Equal([-1, 0, 5], Max(X, other).ToArray());
        Assert.Equal([-2, -1, 3], Min(X, other).ToArray());
        Assert.Equal([1, 1, 3], Max(X, 1).ToArray());
        Assert.Equal([-2, 0, 1], Min(1.0f, X).ToArray());
        Assert.Equal([-1, 0, 5, 3, 0, 5], Max(new Seq<In>(X, new Vec<In>(3, 0, -9)), other).ToArray());
        Assert.Equal(2, Max((Scalar)2, 1).Value);
    }

    [Fact]
    public void Sum_and_Max_reduce_a_vector_to_a_scalar()
    {
        Assert.Equal(1, Sum(X).Value);
        Assert.Equal(3, Max(X).Value);
        Assert.Equal(3, Size(X).Value);
    }

    [Fact]
    public void The_sum_of_a_sequence_is_over_time()
    {
        var xs = new Seq<In>(X, X, new Vec<In>(1, 1, 1));
        Assert.Equal([-3, 1, 7], Sum(xs).ToArray());
        Assert.Equal(3, Length(xs).Value);
    }

    [Fact]
    public void Nothing_to_reduce_is_an_error()
    {
        Assert.Throws<InvalidOperationException>(() => Sum(default(Seq<In>)));
        Assert.Throws<InvalidOperationException>(() => Max(default(Vec<In>)));
    }

    [Fact]
    public void Sigmoid_and_exponentials_of_large_numbers_do_not_become_NaN()
    {
        Assert.Equal([0, 1], Sigmoid(new Vec<In>(-1e4, 1e4)).ToArray());
        Assert.Equal([-1, 1], Tanh(new Vec<In>(-1e4, 1e4)).ToArray());
    }

    /// <summary>The generator's op table has one row for each name here; adding a function is adding it in both places.</summary>
    [Fact]
    public void Each_elementwise_function_takes_each_kind_of_numbers_and_each_reduction_its_operand()
    {
        string[] numbers = ["Scalar", "Scalars", "Vec", "Seq"];
        string[] unary = [.. numbers, "Mat"];
        string[] binary =
        [
            .. numbers.SelectMany(left => numbers.Select(right => $"{left},{right}")),
            "Scalar,Mat",
            "Mat,Scalar",
            "Mat,Mat",
        ];
        var expected = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Sigmoid"] = unary,
            ["Tanh"] = unary,
            ["Relu"] = unary,
            ["Exp"] = unary,
            ["Log"] = unary,
            ["Sqrt"] = unary,
            ["Sin"] = unary,
            ["Cos"] = unary,
            ["Softplus"] = unary,
            ["Erf"] = unary,
            ["Erfc"] = unary,
            ["Expm1"] = unary,
            ["Atan"] = unary,
            ["Floor"] = unary,
            ["LogGamma"] = unary,
            ["Pow"] = binary,
            ["Where"] = binary,
            ["Unless"] = binary,
            ["Normal"] = ["Seq", "Vec"],
            ["Square"] = unary,
            ["Abs"] = unary,
            ["Max"] = [.. binary, "Vec", "Seq", "Scalars"],
            ["Min"] = binary,
            ["Sum"] = ["Scalars", "Seq", "Vec"],
            ["StopGradient"] = unary,
            ["Size"] = ["Vec"],
            ["Length"] = ["Scalars", "Seq", "Tokens"],
            ["OneHot"] = ["Token", "Tokens"],
            ["Reverse"] = ["Scalars", "Seq", "Tokens"],
            ["Concat"] = ["Seq,Seq", "Vec,Vec"],
            ["First"] = ["Seq", "Vec"],
            ["Second"] = ["Seq", "Vec"],
            ["Dropout"] = ["Seq,Single", "Vec,Single"],
            ["VariationalDropout"] = ["Seq,Single", "Vec,Single"],
            ["Keep"] = ["Seq,Single", "Vec,Single"],
            ["SumOfSquares"] = ["Mat"],
            ["L2"] = ["IParameterized"],
            ["Outer"] = ["Vec,Vec"],
            ["ScaleRows"] = ["Vec,Mat"],
            ["ScaleColumns"] = ["Mat,Vec"],
            ["Hadamard"] = ["Mat,Mat"],
            ["Transpose"] = ["Mat"],
        };

        var actual = typeof(Equations)
            .GetMethods()
            .Where(method => method.DeclaringType == typeof(Equations))
            .GroupBy(method => method.Name, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group =>
                    group.Select(method =>
                        string.Join(',', method.GetParameters().Select(p => p.ParameterType.Name.Split('`')[0]))
                    ),
                StringComparer.Ordinal
            );

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, overloads) in expected)
        {
            Assert.Equal(overloads.Order(StringComparer.Ordinal), actual[name].Order(StringComparer.Ordinal));
        }
    }
}
