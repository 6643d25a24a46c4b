using System.Runtime.InteropServices;
using TorchSharp;

namespace RnnDsl.Torch.Tests;

public sealed class ProductTests
{
    /// <summary>Rows and columns of products, with the factors stored as they are or transposed.</summary>
    public static TheoryData<int, int, int, bool, bool> Shapes =>
        new()
        {
            { 1, 1, 1, false, false },
            { 3, 5, 7, false, false },
            { 3, 5, 7, true, false },
            { 4, 9, 17, false, true },
            { 2, 33, 40, true, true },
            { 3, 0, 2, false, false },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void AddmmAddsTheProductOfViews(int rows, int inner, int columns, bool turnX, bool turnY)
    {
        var (x, y) = (Numbers.Some(rows * inner, 1), Numbers.Some(inner * columns, 2));
        var sum = Numbers.Some(rows * (columns + 3), 3);
        const float beta = 0.5f,
            alpha = -1.5f;
        var expected = (float[])sum.Clone();
        for (var row = 0; row < rows; row++)
        for (var column = 0; column < columns; column++)
        {
            var product = 0.0;
            for (var k = 0; k < inner; k++)
                product +=
                    (double)x[turnX ? k * rows + row : row * inner + k]
                    * y[turnY ? column * inner + k : k * columns + column];
            // The sum is the columns from 2 on of a wider matrix.
            var at = row * (columns + 3) + column + 2;
            expected[at] = (float)(beta * sum[at] + alpha * product);
        }

        using var scope = torch.NewDisposeScope();
        var left = turnX ? torch.tensor(x, [inner, rows]).t() : torch.tensor(x, [rows, inner]);
        var right = turnY ? torch.tensor(y, [columns, inner]).t() : torch.tensor(y, [inner, columns]);
        var wide = torch.tensor(sum, [rows, columns + 3]);
        var input = wide.narrow(1, 2, columns);
        Numbers.Near(input.addmm(left, right, beta, alpha).Floats(), torch.addmm(input, left, right, beta, alpha));
        input.addmm_(left, right, beta, alpha);
        Numbers.Near(expected, wide);
    }

    [Fact]
    public void TheInputOfAProductBroadcastsButNotInPlace()
    {
        using var scope = torch.NewDisposeScope();
        var (x, y) = (Numbers.Range(2, 3), Numbers.Range(3, 2));
        // [[0 1 2], [3 4 5]] · [[0 1], [2 3], [4 5]] by hand.
        Numbers.Near([10, 13, 28, 40], x.mm(y));
        Numbers.Near([10, 13, 28, 40], x.matmul(y));
        var bias = torch.tensor((float[])[1f, 100f]);
        Numbers.Near([11, 113, 29, 140], bias.addmm(x, y));
        Assert.Throws<ExternalException>(() => bias.addmm_(x, y));
        Numbers.Near([1, 100], bias);
    }

    [Fact]
    public void WithBetaZeroTheInputIsNotRead()
    {
        using var scope = torch.NewDisposeScope();
        var (x, y) = (Numbers.Range(2, 3), Numbers.Range(3, 2));
        var sum = torch.tensor((float[])[float.NaN, float.PositiveInfinity, 1, 2], [2, 2]);
        Numbers.Near([20, 26, 56, 80], sum.addmm(x, y, beta: 0, alpha: 2));
        Assert.True(float.IsNaN(sum.addmm(x, y, beta: 1).Floats()[0]));
        sum.addmm_(x, y, beta: 0);
        Numbers.Near([10, 13, 28, 40], sum);
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        using var scope = torch.NewDisposeScope();
        var (x, y) = (Numbers.Range(2, 3), Numbers.Range(2, 3));
        Assert.Throws<ExternalException>(() => x.mm(y));
        Assert.Throws<ExternalException>(() => Numbers.Range(3).mm(y));
        Assert.Throws<ExternalException>(() => Numbers.Range(2, 2).addmm_(x, y));
        Assert.Throws<ExternalException>(() =>
            Numbers.Range(3, 2).addmm(Numbers.Range(1, 2), Numbers.Range(2, 2), beta: 0)
        );
        Assert.Throws<ExternalException>(() => x.mm(torch.zeros([3, 1], torch.int64)));
    }

    [Fact]
    public void AProductOfAStepOfALargeCellIsRight()
    {
        const int rows = 256,
            inner = 512,
            columns = 2048;
        var (x, y) = (Numbers.Some(rows * inner, 1), Numbers.Some(inner * columns, 2));
        using var scope = torch.NewDisposeScope();
        var product = torch.tensor(x, [rows, inner]).mm(torch.tensor(y, [inner, columns])).Floats();
        foreach (var (row, column) in ((int, int)[])[(0, 0), (255, 2047), (17, 1234), (200, 3)])
        {
            var expected = 0.0;
            for (var k = 0; k < inner; k++)
                expected += (double)x[row * inner + k] * y[k * columns + column];
            Assert.Equal(expected, product[row * columns + column], 1e-3);
        }
    }
}
