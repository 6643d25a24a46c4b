using RnnDsl.Numerics;
using RnnDsl.Tests.Nets.Declared.Kinks;

namespace RnnDsl.Tests.Nets.Kinks;

/// <summary>
/// Losses and functions of three logits: of equal ones, of ones that saturate, and where a difference of two is more than a float.
/// Expected values are formulas in double precision, where none overflows.
/// </summary>
internal static class ClassKinks
{
    private const int Steps = 2;

    private static readonly double[][] points =
    [
        [0, 0, 0],
        [1, 1, -1],
        [20, -20, 0],
        [100, 100, -100],
        [1e30, 1e30, 0],
        [-1e30, 1e30, -1e30],
        [3e38, -3e38, 0], // W14
        [-3e38, -3e38, 3e38],
        [3e38, 3e38, 3e38],
    ];

    private static readonly double[] weights = [0.25, -0.5, 0.125];

    /// <summary>Name, and what makes the net, the value and the gradient from logits and a label.</summary>
    private static readonly Dictionary<string, ClassFunction> all = new(StringComparer.Ordinal)
    {
        ["Softmax"] = OfVector<SoftmaxKink.Sample>(
            _ => weights,
            (x, w) => Dot(w, Softmax(x)),
            (x, w) => [.. Softmax(x).Zip(w, (p, each) => p * (each - Dot(w, Softmax(x))))]
        ),
        ["LogSoftmax"] = OfVector<LogSoftmaxKink.Sample>(
            _ => weights,
            (x, w) => Dot(w, LogSoftmax(x)),
            (x, w) => [.. w.Zip(Softmax(x), (each, p) => each - (p * w.Sum()))]
        ) with
        {
            // Beyond it a logarithm is infinite, and the sum of two such no number.
            Largest = 1e30,
        },
        // Equal elements share the derivative of the largest; over time the earliest has it.
        ["Largest"] = OfVector<LargestKink.Sample>(
            _ => weights,
            (x, w) => w.Sum() * x.Max(),
            (x, w) => [.. x.Select(each => each >= x.Max() ? w.Sum() / x.Count(other => other >= x.Max()) : 0)],
            (x, w) => Dot(w, x),
            (_, w) => w
        ),
        ["CrossEntropy"] = OfVector<CrossEntropyKink.Sample>(
            Mark,
            (x, target) => -LogSoftmax(x)[Array.IndexOf(target, 1)],
            (x, target) => [.. Softmax(x).Zip(target, (p, t) => p - t)]
        ),
        ["CrossEntropy of a token"] = OfToken<TokenKink.Sample>(
            (x, label) => -LogSoftmax(x)[label],
            (x, label) => [.. Softmax(x).Zip(Mark(label), (p, t) => p - t)]
        ),
        ["SmoothedCrossEntropy"] = OfToken<SmoothedKink.Sample>(
            (x, label) => (-0.75 * LogSoftmax(x)[label]) - (0.25 * LogSoftmax(x).Average()),
            (x, label) => [.. Softmax(x).Zip(Mark(label), (p, t) => p - (0.75 * t) - (0.25 / 3))]
        ) with
        {
            // The mean of the logarithms is a sum first.
            Largest = 1e30,
        },
        // The steps have one label, so that a weighted mean over them is that of one, but for the class that is ignored.
        ["WeightedCrossEntropy"] = OfToken<WeightedKink.Sample>(
            (x, label) => label is 0 ? 0 : -0.5 * label * LogSoftmax(x)[label],
            (x, label) => [.. Softmax(x).Zip(Mark(label), (p, t) => 0.5 * label * (p - t))]
        ) with
        {
            ValueOfSteps = (x, label) => label is 0 ? 0 : -LogSoftmax(x)[label],
            GradientOfSteps = (x, label) => [.. Softmax(x).Zip(Mark(label), (p, t) => label is 0 ? 0 : p - t)],
            Largest = 1e30,
        },
        ["FocalLoss"] = OfToken<FocalKink.Sample>(
            (x, label) => Focal(LogSoftmax(x)[label], 2),
            (x, label) => FocalGradient(x, label, 2)
        ) with
        {
            Largest = 1e30,
        },
        ["FocalLoss below 1"] = OfToken<FlatFocalKink.Sample>(
            (x, label) => Focal(LogSoftmax(x)[label], 0.5),
            (x, label) => FocalGradient(x, label, 0.5)
        ) with
        {
            Largest = 1e30,
        },
        ["LogSumExp"] = OfVector<LogSumExpKink.Sample>(
            _ => weights,
            (x, w) => w.Sum() * (x[0] - LogSoftmax(x)[0]),
            (x, w) => [.. Softmax(x).Select(p => w.Sum() * p)],
            (x, w) => Dot(w, x),
            (_, w) => w
        ) with
        {
            Largest = 1e30,
        },
        // By the logits of the components, and by their means.
        ["GaussianMixture"] = OfVector<MixtureKink.Sample>(
            _ => weights,
            (x, w) => -Math.Log(Softmax(x).Zip(Densities(w, w), (p, density) => p * density).Sum()),
            (x, w) => [.. Softmax(x).Zip(Posterior(Softmax(x), Densities(w, w)), (p, share) => p - share)],
            (x, w) => -Math.Log(Softmax(w).Zip(Densities(x, w), (p, density) => p * density).Sum()),
            (x, w) =>
                [
                    .. Posterior(Softmax(w), Densities(x, w))
                        .Select((share, i) => share * (x[i] - 0.375) / Math.Exp(w[i])),
                ]
        ) with
        {
            // Beyond it all densities are 0.
            Largest = 20,
        },
        // The right class is among the sampled ones once more.
        ["SampledSoftmax"] = OfVector<SampledKink.Sample>(
            Mark,
            (x, t) => -LogSoftmax([.. x, Dot(t, x)])[3],
            (x, t) =>
                [.. t.Select((mark, i) => Softmax([.. x, Dot(t, x)])[i] + (mark * (Softmax([.. x, Dot(t, x)])[3] - 1)))]
        ) with
        {
            Largest = 1e30,
        },
        ["NegativeLogLikelihood"] = OfToken<LikelihoodKink.Sample>(
            (x, label) => -x[label],
            (_, label) => [.. Mark(label).Select(t => -t)]
        ) with
        {
            // A mean over the steps is a sum first.
            Largest = 1e30,
        },
    };

    /// <summary>Each function at each point, with each label.</summary>
    public static IEnumerable<(string Function, int Point, int Label)> Cases =>
        from function in all.Keys
        from point in Enumerable.Range(0, points.Length)
        from label in Enumerable.Range(0, 3)
        where points[point].Max(Math.Abs) <= all[function].Largest
        select (function, point, label);

    public static ClassFunction Find(string function) => all[function];

    public static double[] Point(int number) => points[number];

    // The densities of 0.375 of components whose variances are exponentials of w.
    private static double[] Densities(double[] means, double[] w) =>
        [
            .. means.Zip(
                w,
                (mean, each) =>
                    Math.Exp(-Math.Pow(0.375 - mean, 2) / (2 * Math.Exp(each)))
                    / Math.Sqrt(2 * Math.PI * Math.Exp(each))
            ),
        ];

    private static double[] Posterior(double[] prior, double[] densities)
    {
        var all = prior.Zip(densities, (p, density) => p * density).ToArray();
        return [.. all.Select(each => each / all.Sum())];
    }

    private static double Focal(double logProbability, double gamma) =>
        Math.Pow(-SpecialFunctions.Expm1(logProbability), gamma) * -logProbability;

    // Of the loss l the derivative of (1 - exp(-l))^gamma l; where the probability is 1, so that l is 0, it is 0.
    private static double[] FocalGradient(double[] x, int label, double gamma)
    {
        var l = -LogSoftmax(x)[label];
        var rest = -SpecialFunctions.Expm1(-l);
        var slope = rest < 1e-8 ? 0 : Math.Pow(rest, gamma) + (gamma * Math.Pow(rest, gamma - 1) * Math.Exp(-l) * l);
        return [.. Softmax(x).Zip(Mark(label), (p, t) => slope * (p - t))];
    }

    private static double[] Mark(int label) => [.. Enumerable.Range(0, 3).Select(i => i == label ? 1.0 : 0)];

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x is 0 ? 0 : x * y).Sum();

    private static double[] LogSoftmax(double[] x)
    {
        var sum = x.Sum(each => Math.Exp(each - x.Max()));
        return [.. x.Select(each => each - x.Max() - Math.Log(sum))];
    }

    private static double[] Softmax(double[] x) => [.. LogSoftmax(x).Select(Math.Exp)];

    private static ReadOnlyMemory<float> Floats(IEnumerable<double> numbers) =>
        numbers.Select(each => (float)each).ToArray();

    private static double[] Ones(int steps) => [.. Enumerable.Repeat(1.0, 3 * steps)];

    private static ClassFunction OfVector<TSample>(
        Func<int, double[]> argument,
        Func<double[], double[], double> value,
        Func<double[], double[], double[]> gradient,
        Func<double[], double[], double>? valueOfSteps = null,
        Func<double[], double[], double[]>? gradientOfSteps = null
    ) =>
        new(
            (backend, label) =>
                KinkNet.Of<TSample>(
                    backend,
                    [Floats(Ones(1)), Floats(argument(label)), Floats(Ones(Steps))],
                    [Floats(Ones(1)), Floats(argument(label)), Floats(Ones(Steps + 1))]
                ),
            (x, label) => value(x, argument(label)),
            (x, label) => gradient(x, argument(label)),
            (x, label) => (valueOfSteps ?? value)(x, argument(label)),
            (x, label) => (gradientOfSteps ?? gradient)(x, argument(label)),
            label => [new Vec<Classes>(Ones(1)), new Vec<Classes>(argument(label)), new Seq<Classes>(Ones(Steps), 3)]
        );

    private static ClassFunction OfToken<TSample>(
        Func<double[], int, double> value,
        Func<double[], int, double[]> gradient
    )
    {
        return new(
            (backend, label) => KinkNet.Of<TSample>(backend, Sample(label, Steps), Sample(label, Steps + 1)),
            value,
            gradient,
            value,
            gradient,
            label =>
                [
                    new Vec<Classes>(Ones(1)),
                    new Token<Classes>(label, 3),
                    new Seq<Classes>(Ones(Steps), 3),
                    new Tokens<Classes>(Labels(label, Steps), 3),
                ]
        );

        static int[] Labels(int label, int steps) => [.. Enumerable.Repeat(label, steps)];

        static object[] Sample(int label, int steps) =>
            [Floats(Ones(1)), label, Floats(Ones(steps)), (ReadOnlyMemory<int>)Labels(label, steps)];
    }
}
