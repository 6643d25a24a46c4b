namespace SineForecast;

/// <summary>A linear model of the same windows: the least that a network has to beat.</summary>
internal sealed class LeastSquares
{
    private readonly double[] weights;

    private LeastSquares(double[] weights) => this.weights = weights;

    /// <summary>Fits next = w * window + b by its normal equations.</summary>
    public static LeastSquares Fit(IReadOnlyList<SineTraining.Sample> samples)
    {
        var n = samples[0].Window.Length + 1;
        var products = new double[n, n];
        var targets = new double[n];
        foreach (var sample in samples)
        {
            for (var i = 0; i < n; i++)
            {
                targets[i] += Term(sample.Window.Span, i) * sample.Next.Span[0];
                for (var j = 0; j < n; j++)
                {
                    products[i, j] += Term(sample.Window.Span, i) * Term(sample.Window.Span, j);
                }
            }
        }

        // A series that repeats itself has more than one best fit; this takes the one with small weights.
        var scale = Enumerable.Range(0, n).Max(i => products[i, i]);
        for (var i = 0; i < n; i++)
        {
            products[i, i] += 1e-10 * scale;
        }
        return new LeastSquares(Solve(products, targets));
    }

    public double Predict(ReadOnlySpan<float> window)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * Term(window, i);
        }
        return sum;
    }

    // The last weight is the constant, so the last term is 1.
    private static double Term(ReadOnlySpan<float> window, int i) => i < window.Length ? window[i] : 1;

    // The matrix is symmetric and positive definite, so elimination needs no pivots.
    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var k = 0; k < n; k++)
        {
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[i, k] / a[k, k];
                b[i] -= factor * b[k];
                for (var j = k; j < n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }
            }
        }
        for (var k = n - 1; k >= 0; k--)
        {
            for (var j = k + 1; j < n; j++)
            {
                b[k] -= a[k, j] * b[j];
            }
            b[k] /= a[k, k];
        }
        return b;
    }
}
