using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests;

public sealed class ElementwiseTests
{
    public static TheoryData<string, Func<Tensor, Tensor>, Func<Tensor, Tensor>, Func<double, double>> Functions =>
        new()
        {
            { "sigmoid", x => x.sigmoid(), x => x.sigmoid_(), x => 1 / (1 + Math.Exp(-x)) },
            { "tanh", x => x.tanh(), x => x.tanh_(), Math.Tanh },
            { "relu", x => x.relu(), x => x.relu_(), x => x > 0 ? x : 0 },
            { "exp", x => x.exp(), x => x.exp_(), Math.Exp },
            { "log of abs", x => x.abs().log(), x => x.abs_().log_(), x => Math.Log(Math.Abs(x)) },
            { "sqrt of abs", x => x.abs().sqrt(), x => x.abs_().sqrt_(), x => Math.Sqrt(Math.Abs(x)) },
            { "sin", x => x.sin(), x => x.sin_(), Math.Sin },
            { "cos", x => x.cos(), x => x.cos_(), Math.Cos },
            { "softplus", x => x.softplus(), x => x.copy_(x.softplus()), x => Math.Log(1 + Math.Exp(x)) },
            { "neg", x => x.neg(), x => x.neg_(), x => -x },
            { "sign", x => x.sign(), x => x.sign_(), x => Math.Sign(x) },
            { "floor", x => x.floor(), x => x.floor_(), Math.Floor },
            { "pow", x => x.pow(3), x => x.pow_(3), x => x * x * x },
            { "square", x => x.square(), x => x.pow_(2), x => x * x },
            { "add number", x => x.add(2, 0.5), x => x.add_(2, 0.5), x => x + 1 },
            { "sub number", x => x.sub(3), x => x.sub_(3), x => x - 3 },
            { "mul number", x => x.mul(0.25), x => x.mul_(0.25), x => x * 0.25 },
            { "div number", x => x.div(0.4), x => x.div_(0.4), x => x / 0.4 },
            { "fill", x => x.clone().fill_(1.5), x => x.fill_(1.5), _ => 1.5 },
        };

    [Theory]
    [MemberData(nameof(Functions))]
    public void AFunctionOfEachElementOfAView(
        string name,
        Func<Tensor, Tensor> f,
        Func<Tensor, Tensor> inPlace,
        Func<double, double> expected
    )
    {
        Assert.NotEmpty(name);
        var numbers = Numbers.Some(24, 7);
        using var scope = NewDisposeScope();
        var whole = tensor(numbers, [4, 6]);
        // Columns 1 to 4, transposed: [4, 4].
        var part = whole.narrow(1, 1, 4).t();
        var values = new float[16];
        for (var row = 0; row < 4; row++)
        for (var column = 0; column < 4; column++)
            values[column * 4 + row] = (float)expected(numbers[row * 6 + column + 1]);

        Numbers.Near(values, f(part));
        Numbers.Near(numbers, whole);

        Numbers.AreOne(part, inPlace(part));
        Numbers.Near(values, part);
        for (var row = 0; row < 4; row++)
        {
            Assert.Equal(numbers[row * 6], whole.Floats()[row * 6]);
            Assert.Equal(numbers[row * 6 + 5], whole.Floats()[row * 6 + 5]);
        }
    }

    public static TheoryData<
        string,
        Func<Tensor, Tensor, Tensor>,
        Func<Tensor, Tensor, Tensor>?,
        Func<float, float, float>
    > Pairs =>
        new()
        {
            { "add", (x, y) => x.add(y), (x, y) => x.add_(y), (x, y) => x + y },
            { "add scaled", (x, y) => x.add(y, 3), (x, y) => x.add_(y, 3), (x, y) => x + 3 * y },
            { "sub", (x, y) => x.sub(y), (x, y) => x.sub_(y), (x, y) => x - y },
            { "mul", (x, y) => x.mul(y), (x, y) => x.mul_(y), (x, y) => x * y },
            { "div", (x, y) => x.div(y), (x, y) => x.div_(y), (x, y) => x / y },
            { "maximum", (x, y) => x.maximum(y), null, (x, y) => x > y ? x : y },
            { "minimum", (x, y) => minimum(x, y), null, (x, y) => x < y ? x : y },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void OperandsBroadcast(
        string name,
        Func<Tensor, Tensor, Tensor> f,
        Func<Tensor, Tensor, Tensor>? inPlace,
        Func<float, float, float> expected
    )
    {
        Assert.NotEmpty(name);
        const int n = 3,
            m = 4;
        var numbers = Numbers.Some(n * m, 1);
        foreach (
            var sizes in (long[][])
                [
                    [n, m],
                    [n, 1],
                    [m],
                    [1, m],
                    [1],
                    [],
                ]
        )
        {
            using var scope = NewDisposeScope();
            var others = Numbers.Some((int)sizes.Aggregate(1L, (x, y) => x * y), 2);
            var result = new float[n * m];
            for (var row = 0; row < n; row++)
            for (var column = 0; column < m; column++)
            {
                var at = sizes switch
                {
                    [n, m] => row * m + column,
                    [n, 1] => row,
                    [.., m] => column,
                    _ => 0,
                };
                result[row * m + column] = expected(numbers[row * m + column], others[at]);
            }
            var (left, right) = (tensor(numbers, [n, m]), tensor(others, sizes));
            Numbers.Near(result, f(left, right));
            if (inPlace is null)
                continue;
            if (sizes is not [n, m])
                Assert.Throws<ExternalException>(() => inPlace(right, left));
            Numbers.AreOne(left, inPlace(left, right));
            Numbers.Near(result, left);
        }
    }

    [Fact]
    public void PowersOfTensors()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor((float[])[1, 4, 9, -2]), tensor((float[])[3, 0.5f, -0.5f, 2]));
        Numbers.Near([1, 2, 1 / 3f, 4], x.pow(y));
        Numbers.AreOne(x, x.pow_(y));
        Numbers.Near([1, 2, 1 / 3f, 4], x);
    }

    [Fact]
    public void ColumnsAndRowsMakeATable()
    {
        using var scope = NewDisposeScope();
        var (column, row) = (Numbers.Range(2, 1), Numbers.Range(3));
        var table = column.mul(10).add(row);
        Assert.Equal([2, 3], table.shape);
        Numbers.Near([0, 1, 2, 10, 11, 12], table);
        Assert.Throws<ExternalException>(() => Numbers.Range(2, 3).add(Numbers.Range(2)));
    }

    [Fact]
    public void TheLargerOfNaNIsNaN()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor((float[])[1f, float.NaN, 3f]), tensor((float[])[float.NaN, 2f, 1f]));
        Assert.Equal([float.NaN, float.NaN, 3], maximum(x, y).Floats());
        Assert.Equal([float.NaN, float.NaN, 1], x.minimum(y).Floats());
        Assert.Equal([1, float.NaN, 3], x.relu().Floats());
    }
}
