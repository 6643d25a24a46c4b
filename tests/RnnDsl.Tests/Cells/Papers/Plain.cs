using RnnDsl.Parameters;

namespace RnnDsl.Tests.Cells.Papers;

/// <summary>Plain loops over arrays of doubles: what a paper's equations are written with here, apart from the language.</summary>
/// <param name="parameters">The numbers of a cell.</param>
internal sealed class Plain(ParameterStore parameters)
{
    /// <summary>The product of a matrix with a vector.</summary>
    public double[] Mul(string matrix, double[] x)
    {
        var item = parameters.Items.Single(each => each.Name == matrix);
        var numbers = parameters[matrix];
        Assert.Equal(item.Columns, x.Length);
        var y = new double[item.Rows];
        for (var i = 0; i < y.Length; i++)
        {
            for (var j = 0; j < x.Length; j++)
                y[i] += (double)numbers[i * item.Columns + j] * x[j];
        }

        return y;
    }

    /// <summary>The numbers of a vector.</summary>
    public double[] Vec(string vector) => [.. parameters[vector].ToArray().Select(value => (double)value)];

    /// <summary>The number of a scalar.</summary>
    public double Scalar(string name) => Vec(name).Single();

    /// <summary>The sum of vectors.</summary>
    public static double[] Sum(params double[][] all) =>
        [.. Enumerable.Range(0, all[0].Length).Select(i => all.Sum(each => each[i]))];

    /// <summary>A function of each unit.</summary>
    public static double[] Each(int units, Func<int, double> function) =>
        [.. Enumerable.Range(0, units).Select(function)];

    /// <summary>The inner product.</summary>
    public static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
