using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests;

public sealed class TypeTests
{
    [Fact]
    public void ComparisonsAreBool()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor((float[])[1f, 2f, 3f]), tensor((float[])[2f, 2f, 2f]));
        Assert.Equal(ScalarType.Bool, x.gt(y).dtype);
        Assert.Equal([false, false, true], x.gt(y).Truths());
        Assert.Equal([false, true, true], x.ge(y).Truths());
        Assert.Equal([false, true, false], x.eq(y).Truths());
        Assert.Equal([true, false, true], x.ne(y).Truths());
        Assert.Equal([true, false, false], x.lt(y).Truths());
        Assert.Equal([true, true, false], x.le(y).Truths());
        Assert.Equal([false, false, true], x.gt(2).Truths());
        Assert.Equal([false, true, true], x.ge(2).Truths());
        Assert.Equal([false, true, false], x.eq(2).Truths());
        Assert.Equal([true, false, true], x.ne(2).Truths());
        Assert.Equal([true, false, false], x.lt(2).Truths());
        Assert.Equal([true, true, false], x.le(2).Truths());
        Assert.Equal([false, true], tensor((float[])[float.NaN, 1]).eq(tensor((float[])[float.NaN, 1])).Truths());
    }

    [Fact]
    public void AComparisonInPlaceLeavesOnesAndZeros()
    {
        using var scope = NewDisposeScope();
        float[] numbers = [1, 2, 3];
        var two = tensor((float[])[2, 2, 2]);
        Numbers.Near([0, 0, 1], tensor(numbers).gt_(two));
        Numbers.Near([0, 1, 1], tensor(numbers).ge_(two));
        Numbers.Near([0, 1, 0], tensor(numbers).eq_(two));
        Numbers.Near([1, 1, 0], tensor(numbers).le_(two));
        Numbers.Near([0, 0, 1], tensor(numbers).gt_(2));
        Numbers.Near([0, 1, 1], tensor(numbers).ge_(2));
        Numbers.Near([0, 1, 0], tensor(numbers).eq_(2));
        Numbers.Near([1, 1, 0], tensor(numbers).le_(2));
    }

    [Fact]
    public void ClampsBoundWhatExceeds()
    {
        using var scope = NewDisposeScope();
        float[] numbers = [-1, 0.5f, 2];
        Numbers.Near([0, 0.5f, 2], tensor(numbers).clamp_min(0));
        Numbers.Near([0, 0.5f, 2], tensor(numbers).clamp_min_(0));
        Numbers.Near([-1, 0.5f, 1], tensor(numbers).clamp_max(1));
        Numbers.Near([-1, 0.5f, 1], tensor(numbers).clamp_max_(1));
    }

    [Fact]
    public void AComparisonMasksFloats()
    {
        using var scope = NewDisposeScope();
        var x = tensor((float[])[-1f, 2f, -3f]);
        var masked = x.mul(x.gt(0));
        Assert.Equal(float32, masked.dtype);
        Numbers.Near([0, 2, 0], masked);
        Numbers.Near([0, 1, 0], x.gt(0).to_type(ScalarType.Float32));
    }

    [Fact]
    public void IntegersStayIntegersUntilAFloatJoins()
    {
        using var scope = NewDisposeScope();
        var x = tensor((long[])[1L, 2, 9007199254740993]);
        Assert.Equal([2, 3, 9007199254740994], x.add(1).Integers());
        Assert.Equal([-1, -2, -9007199254740993], x.neg().Integers());
        Assert.Equal(float32, x.mul(0.5).dtype);
        Numbers.Near([1.5f, 2.5f], tensor((long[])[1L, 2]).add(tensor((float[])[0.5f])));
        Numbers.Near([0.5f, 1], tensor((long[])[1L, 2]).div(2));
        Assert.Throws<ExternalException>(() => x.add_(tensor(0.5f)));
        Assert.Throws<ExternalException>(() => x.mul_(0.5));
    }

    [Fact]
    public void ConversionsCutFractions()
    {
        using var scope = NewDisposeScope();
        var x = tensor((float[])[-1.7f, 0, 2.7f]);
        Assert.Equal([-1, 0, 2], x.to(int64).Integers());
        Assert.Equal([true, false, true], x.to_type(ScalarType.Bool).Truths());
        Numbers.Near([1, 2], tensor((long[])[1L, 2], float32));
        var target = zeros([3], int64);
        Numbers.AreOne(target, target.copy_(x));
        Assert.Equal([-1, 0, 2], target.Integers());
    }

    [Fact]
    public void AConversionToTheSameTypeSharesUnlessACopyIsWanted()
    {
        using var scope = NewDisposeScope();
        var x = zeros([2]);
        var (shared, copied) = (x.to_type(float32), x.to_type(float32, copy: true));
        x.fill_(3);
        Assert.NotSame(x, shared);
        Numbers.Near([3, 3], shared);
        Numbers.Near([0, 0], copied);
        Numbers.Near([3, 3], x.cpu());
        Numbers.Near([3, 3], x.to(CPU));
        Assert.Equal(DeviceType.CPU, x.device.type);
    }
}
