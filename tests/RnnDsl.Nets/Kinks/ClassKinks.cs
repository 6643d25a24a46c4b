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
