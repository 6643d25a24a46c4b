using RnnDsl.Numerics;
using RnnDsl.Tests.Nets.Declared.Kinks;

namespace RnnDsl.Tests.Nets.Kinks;

/// <summary>
/// Every function of elements where it bends, at 0, where it saturates and where floats end. Expected values are formulas in double
/// precision, limits, and the choices that the functions' documentation makes.
/// </summary>
internal static class ElementKinks
{
    private const int Lanes = 17;

    private static readonly double[] Line =
    [
        0,
        0.5,
        -0.5,
        1,
        -1,
        2,
        20,
        -20,
        100,
        -100,
        1e30,
        -1e30,
        3e38,
        -3e38,
        // Below the normal floats.
        1e-40,
        -1e-40,
    ];

    private static readonly (double, double)[] Everywhere = [.. Line.Select(x => (x, 0.0))];

    private static readonly (double, double)[] FromZero = [.. Everywhere.Where(point => point.Item1 >= 0)];

    private static readonly (double, double)[] Few = [.. Everywhere.Where(point => Math.Abs(point.Item1) <= 100)];

    private static readonly (double, double)[] Pairs =
    [
        (0, 0),
        (1, 1),
        (-1, -1),
        (1, 2),
        (2, 1),
        (0, -20),
        (1e30, 1e30),
        (1e30, -1e30),
        (3e38, -3e38),
        (-3e38, 3e38),
        (-3e38, -3e38),
    ];

    // A location, and the logarithm of a scale.
    private static readonly (double, double)[] Scales =
    [
        (0.5, 0),
        (0, 0),
        (1, 1),
        (-2, -1),
        (0.25, 20),
        (3, -5),
        (1e15, 1),
        (0.5, -100),
        (0.5, -1e30),
        (2, 1e30),
    ];

    // The logarithms of a mean and of a shape.
    private static readonly (double, double)[] Shapes = [(0, 0), (1, -1), (-1, 2), (3, 3), (-20, 0), (20, 1), (0, -3)];

    // The second number is the target. A mean is a sum first, which ends where floats do.
    private static readonly (double, double)[] Targets =
    [
        .. Line.Select(x => Math.Abs(x) > 1e37 ? x / 30 : x).SelectMany(x => new[] { (x, 0.0), (x, 1.0) }),
    ];

    private static readonly Dictionary<string, ElementFunction> all = new(StringComparer.Ordinal)
    {
        ["Sigmoid"] = Of<SigmoidKink.Sample>(Sigmoid, x => Sigmoid(x) * Sigmoid(-x)),
        ["Tanh"] = Of<TanhKink.Sample>(Math.Tanh, x => 4 * Sigmoid(2 * x) * Sigmoid(-2 * x)),
        // The choice at 0 is 0, as that of the libraries; Max(x, 0) has 1 there.
        ["Relu"] = Of<ReluKink.Sample>(x => Math.Max(x, 0), x => x > 0 ? 1 : 0),
        ["Exp"] = Of<ExpKink.Sample>(Math.Exp, Math.Exp),
        ["Log"] = Of<LogKink.Sample>(Math.Log, x => 1 / x) with { Points = FromZero },
        ["Sqrt"] = Of<SqrtKink.Sample>(Math.Sqrt, x => 0.5 / Math.Sqrt(x)) with { Points = FromZero },
        ["Square"] = Of<SquareKink.Sample>(x => x * x, x => 2 * x),
        ["Abs"] = Of<AbsKink.Sample>(Math.Abs, x => Math.Sign(x)),
        // Of a large number the nearest float is turns away.
        ["Sin"] = Of<SinKink.Sample>(x => Math.Sin((float)x), x => Math.Cos((float)x)),
        ["Cos"] = Of<CosKink.Sample>(x => Math.Cos((float)x), x => -Math.Sin((float)x)),
        ["Softplus"] = Of<SoftplusKink.Sample>(Softplus, Sigmoid),
        ["Erf"] = Of<ErfKink.Sample>(SpecialFunctions.Erf, x => 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x)),
        ["Erfc"] = Of<ErfcKink.Sample>(SpecialFunctions.Erfc, x => -2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x)),
        ["Expm1"] = Of<Expm1Kink.Sample>(SpecialFunctions.Expm1, Math.Exp),
        ["Floor"] = Of<FloorKink.Sample>(Math.Floor, _ => 0) with { Points = [.. Everywhere, (-2.5, 0), (7.75, 0)] },
        ["Atan"] = Of<AtanKink.Sample>(Math.Atan, x => 1 / (1 + (x * x))),
        ["LogGamma"] = Of<LogGammaKink.Sample>(SpecialFunctions.LogGamma, SpecialFunctions.Digamma) with
        {
            Points = [.. FromZero.Where(point => point.Item1 != 0), (-0.5, 0), (-2.3, 0), (-2, 0)],
        },
        ["LogSigmoid"] = Of<LogSigmoidKink.Sample>(x => -Softplus(-x), x => Sigmoid(-x)),
        // PyTorch's: its derivative at -3 and 3 is 0.
        ["HardSigmoid"] = Of<HardSigmoidKink.Sample>(
            x => Math.Clamp((x / 6) + 0.5, 0, 1),
            x => x is > -3 and < 3 ? 1 / 6.0 : 0
        ) with
        {
            Points = [.. Everywhere, (3, 0), (-3, 0)],
        },
        ["Silu"] = Of<SiluKink.Sample>(x => x * Sigmoid(x), x => Sigmoid(x) + (x * Sigmoid(x) * Sigmoid(-x))),
        ["Gelu"] = Of<GeluKink.Sample>(x => x * Below(x), x => Below(x) + (x * Bell(x))),
        ["Elu"] = Of<EluKink.Sample>(x => x > 0 ? x : SpecialFunctions.Expm1(x), x => x > 0 ? 1 : Math.Exp(x)),
        ["WideElu"] = Of<WideEluKink.Sample>(
            x => x > 0 ? x : 2 * SpecialFunctions.Expm1(x),
            x => x > 0 ? 1 : 2 * Math.Exp(x)
        ),
        ["Power"] = OfTwo<PowerKink.Sample>(
            [
                (0, 2),
                (0, 0.5),
                (0, 1),
                (0, 0),
                (2, 3),
                (2, 0),
                (0.5, -2),
                (1e30, 1.25),
                (1e30, -2),
                (1e-40, 0.5),
                (5, 1),
            ],
            Math.Pow,
            (x, y) => y == 0 ? 0 : y * Math.Pow(x, y - 1),
            // Of 0 the derivative by the exponent is its limit from above, 0.
            (x, y) => x == 0 ? 0 : Math.Pow(x, y) * Math.Log(x)
        ),
        ["Cube"] = Of<CubeKink.Sample>(x => x * x * x, x => 3 * x * x) with
        {
            Points = [.. Few, (-1e12, 0), (1e12, 0)],
        },
        ["Inverse"] = Of<InverseKink.Sample>(x => 1 / x, x => -1 / x / x),
        // Where the exponent is 0 the derivative is too, at 0 as elsewhere.
        ["Constant"] = Of<ConstantKink.Sample>(_ => 1, _ => 0),
        ["Exponential"] = Of<ExponentialKink.Sample>(x => Math.Pow(2, x), x => Math.Log(2) * Math.Pow(2, x)),
        ["Choice"] = OfTwo<ChoiceKink.Sample>(
            Pairs.Where(pair => Math.Abs(pair.Item1) < 1e38).ToArray(),
            (x, y) => x >= y ? 2 * x : 3 * y,
            (x, y) => x >= y ? 2 : 0,
            (x, y) => x >= y ? 0 : 3
        ),
        ["Lower"] = OfTwo<LowerKink.Sample>(Pairs, (x, y) => x < y ? x : 1, (x, y) => x < y ? 1 : 0, (_, _) => 0),
        // What is not chosen is infinite, or no number, and takes part in no derivative.
        ["SafeLog"] = Of<SafeLogKink.Sample>(x => x > 0 ? Math.Log(x) : -1, x => x > 0 ? 1 / x : 0),
        ["AtMost"] = Of<AtMostKink.Sample>(x => x <= 1 ? Math.Exp(x) : 0, x => x <= 1 ? Math.Exp(x) : 0),
        ["Outside"] = Of<OutsideKink.Sample>(x => x > 1 ? x : 0, x => x > 1 ? 1 : 0),
        ["Counted"] = OfTwo<CountedKink.Sample>(Pairs, (x, y) => x > y ? x : 0, (x, y) => x > y ? 1 : 0, (_, _) => 0),
        // Of x * x as data the derivative of one factor is left.
        ["Stopped"] = Of<StoppedKink.Sample>(x => x * x, x => x),
        // Of equal operands the first has the derivative.
        ["MaxWithZero"] = Of<MaxWithZeroKink.Sample>(x => Math.Max(x, 0), x => x >= 0 ? 1 : 0),
        ["ZeroOrMore"] = Of<ZeroOrMoreKink.Sample>(x => Math.Max(x, 0), x => x > 0 ? 1 : 0),
        ["Clip"] = Of<ClipKink.Sample>(x => Math.Clamp(x, -1, 1), x => x is >= -1 and <= 1 ? 1 : 0),
        ["Larger"] = OfTwo<LargerKink.Sample>(Pairs, Math.Max, (x, y) => x >= y ? 1 : 0, (x, y) => x >= y ? 0 : 1),
        ["Smaller"] = OfTwo<SmallerKink.Sample>(Pairs, Math.Min, (x, y) => x <= y ? 1 : 0, (x, y) => x <= y ? 0 : 1),
        ["Quotient"] = OfTwo<QuotientKink.Sample>(
            [(1, 2), (-1, 2), (0, 5), (1, 0), (-1, 0), (0, 1e30), (1, 1e30), (1e30, 1), (3e38, 3e38), (3e38, -1)],
            (x, y) => x / y,
            (_, y) => 1 / y,
            (x, y) => -x / y / y
        ),
        ["Product"] = OfTwo<ProductKink.Sample>(
            [(0, 0), (1, -20), (0, 3e38), (1e30, -1e30), (-1, 3e38)],
            (x, y) => x * y,
            (_, y) => y,
            (x, _) => x
        ),
        // W4: 0.5 and -0.5 at the logit 0.
        ["BinaryCrossEntropy"] = OfTwo<BinaryCrossEntropyKink.Sample>(
            Targets,
            (x, y) => Softplus(y > 0.5 ? -x : x),
            (x, y) => y > 0.5 ? -Sigmoid(-x) : Sigmoid(x),
            (x, _) => -x
        ),
        ["Gaussian"] = OfTwo<GaussianKink.Sample>(
            Scales,
            (x, y) => (0.5 * Sq((0.5 - x) * Rate(y))) + y + (0.5 * Math.Log(2 * Math.PI)),
            (x, y) => (x - 0.5) * Rate(y) * Rate(y),
            (x, y) => 1 - (y < -60 ? 0 : Sq((0.5 - x) * Rate(y)))
        ),
        ["Laplace"] = OfTwo<LaplaceKink.Sample>(
            Scales,
            (x, y) => (Math.Abs(0.5 - x) * Rate(y)) + y + Math.Log(2),
            (x, y) => Math.Sign(x - 0.5) * Rate(y),
            (x, y) => 1 - (y < -60 ? 0 : Math.Abs(0.5 - x) * Rate(y))
        ),
        // With three degrees of freedom the density at the centre is 2 / (pi sqrt(3)).
        ["Student"] = OfTwo<StudentKink.Sample>(
            [.. Scales, (1e30, 0), (-1e30, 1), (0.5 + Math.Sqrt(3), 0)],
            (x, y) => (2 * Math.Log(1 + (Sq((0.5 - x) * Rate(y)) / 3))) + y + Math.Log(Math.PI * Math.Sqrt(3) / 2),
            (x, y) => 4 * (x - 0.5) * Rate(y) * Rate(y) / (3 + Sq((0.5 - x) * Rate(y))),
            (x, y) => 1 - (y < -60 ? 0 : 4 * Sq((0.5 - x) * Rate(y)) / (3 + Sq((0.5 - x) * Rate(y))))
        ),
        ["Poisson"] = Of<PoissonKink.Sample>(x => Math.Exp(x) - (2 * x) + Math.Log(2), x => Math.Exp(x) - 2) with
        {
            Points = [(0, 0), (1, 0), (-1, 0), (20, 0), (-20, 0), (-1e30, 0), (100, 0)],
        },
        // Of three: Gamma(3 + r) / Gamma(r) is r (r + 1) (r + 2).
        ["NegativeBinomial"] = OfTwo<NegativeBinomialKink.Sample>(
            Shapes,
            (x, y) =>
                Math.Log(6)
                - Math.Log(R(y) * (R(y) + 1) * (R(y) + 2))
                + (R(y) * Softplus(x - Y(y)))
                + (3 * Softplus(Y(y) - x)),
            (x, y) => (R(y) * Sigmoid(x - Y(y))) - (3 * Sigmoid(Y(y) - x)),
            (x, y) =>
                y is > 9 or < -20
                    ? 0
                    : -(1 + (R(y) / (R(y) + 1)) + (R(y) / (R(y) + 2)))
                        + (R(y) * (Softplus(x - y) - Sigmoid(x - y)))
                        + (3 * Sigmoid(y - x))
        ),
        ["NoCounts"] = OfTwo<NoCountsKink.Sample>(
            [.. Shapes, (1, -1e30), (-1e30, 1)],
            (x, y) => R(y) * Softplus(x - Y(y)),
            (x, y) => R(y) * Sigmoid(x - Y(y)),
            (x, y) => y is > 9 or < -20 ? 0 : R(y) * (Softplus(x - y) - Sigmoid(x - y))
        ),
        ["Quantile"] = OfTwo<QuantileKink.Sample>(
            Pairs.Where(pair => Math.Abs(pair.Item1) < 1e38).ToArray(),
            (x, y) => y >= x ? 0.25 * (y - x) : 0.75 * (x - y),
            (x, y) => y >= x ? -0.25 : 0.75,
            (x, y) => y >= x ? 0.25 : -0.75
        ),
        ["Huber"] = OfTwo<HuberKink.Sample>(
            [.. Pairs.Where(pair => Math.Abs(pair.Item1) < 1e38), (0, 1.5), (3, 1), (0.25, 0)],
            (x, y) => Math.Abs(x - y) <= 1.5 ? 0.5 * Sq(x - y) : 1.5 * (Math.Abs(x - y) - 0.75),
            (x, y) => Math.Clamp(x - y, -1.5, 1.5),
            (x, y) => Math.Clamp(y - x, -1.5, 1.5)
        ),
        ["Ranking"] = OfTwo<RankingKink.Sample>(
            Pairs.Where(pair => Math.Abs(pair.Item1) < 1e38).ToArray(),
            (x, y) => Softplus(y - x),
            (x, y) => -Sigmoid(y - x),
            (x, y) => Sigmoid(y - x)
        ),
        ["MeanSquaredError"] = OfTwo<MeanSquaredErrorKink.Sample>(
            Pairs,
            (x, y) => (x - y) * (x - y),
            (x, y) => 2 * (x - y),
            (x, y) => 2 * (y - x)
        ),
        ["MeanAbsoluteError"] = OfTwo<MeanAbsoluteErrorKink.Sample>(
            Pairs,
            (x, y) => Math.Abs(x - y),
            (x, y) => Math.Sign(x - y),
            (x, y) => Math.Sign(y - x)
        ),
    };

    /// <summary>Each function at each of its points.</summary>
    public static IEnumerable<(string Function, double X, double Y)> Cases =>
        all.SelectMany(pair => pair.Value.Points.Select(point => (pair.Key, point.X, point.Y)));

    public static ElementFunction Find(string function) => all[function];

    /// <summary>The arguments of the reference execution: those of one sample.</summary>
    public static object[] Arguments => [new Vec<Points>(Ones(1)), new Seq<Points>(Ones(2), Lanes)];

    /// <summary>Of the value, what all lanes and forms weigh together: vectors, the scalar, sequences.</summary>
    public const double Weight = (Lanes / 32.0) + 0.25 + (Lanes / 64.0);

    private static float[] Ones(int steps) => [.. Enumerable.Repeat(1f, steps * Lanes)];

    private static KinkNet Make<TSample>(Backend backend) => KinkNet.Of<TSample>(backend, Sample(2), Sample(3));

    private static object[] Sample(int steps) => [(ReadOnlyMemory<float>)Ones(1), (ReadOnlyMemory<float>)Ones(steps)];

    private static ElementFunction Of<TSample>(Func<double, double> value, Func<double, double> derivative) =>
        new(Make<TSample>, (x, _) => value(x), (x, _) => derivative(x), (_, _) => 0, Everywhere);

    private static ElementFunction OfTwo<TSample>(
        (double, double)[] points,
        Func<double, double, double> value,
        Func<double, double, double> first,
        Func<double, double, double> second
    ) => new(Make<TSample>, value, first, second, points);

    private static double Sq(double x) => x * x;

    // One over the scale, which is not below exp(-60).
    private static double Rate(double logScale) => Math.Exp(Math.Min(-logScale, 60));

    // The logarithm of the shape, and the shape.
    private static double Y(double logShape) => Math.Clamp(logShape, -20, 9);

    private static double R(double logShape) => Math.Exp(Y(logShape));

    // The probability that a normal number is below x, and its density.
    private static double Below(double x) => 0.5 * SpecialFunctions.Erfc(-x / Math.Sqrt(2));

    private static double Bell(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
