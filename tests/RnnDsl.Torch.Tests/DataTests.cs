using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests;

public sealed class DataTests
{
    [Fact]
    public void BytesAreTheElementsThemselves()
    {
        using var scope = NewDisposeScope();
        var whole = Numbers.Range(3, 2);
        var row = whole.select(0, 1);
        Assert.Equal([2, 3], MemoryMarshal.Cast<byte, float>(row.bytes).ToArray());
        MemoryMarshal.Cast<byte, float>(row.bytes)[0] = 7;
        row.narrow(0, 1, 1).bytes = BitConverter.GetBytes(8f);
        Assert.Equal([0, 1, 7, 8, 4, 5], whole.Floats());
        // Versions throw different errors.
        Assert.ThrowsAny<SystemException>(() => whole.t().bytes.Length);
        Assert.Throws<ArgumentException>(() => row.bytes = new byte[4]);
        Assert.Equal(16, zeros([2], int64).bytes.Length);
    }

    [Fact]
    public void AnAccessorReadsAndWritesInRowMajorOrder()
    {
        using var scope = NewDisposeScope();
        var whole = Numbers.Range(2, 3);
        var turned = whole.t();
        var data = turned.data<float>();
        Assert.Equal(6, data.Count);
        Assert.Equal([0, 3, 1, 4, 2, 5], data.ToArray());
        Assert.Equal([0, 3, 1, 4, 2, 5], data);
        Assert.Equal(4, data[1, 1]);
        Assert.Equal(4, data[3]);

        var array = new float[5];
        data.CopyTo(array, arrayIndex: 1);
        Assert.Equal([0, 0, 3, 1, 4], array);
        data.CopyFrom([-1, -2, -3], arrayIndex: 1);
        Assert.Equal([-2, -3, 1, 4, 2, 5], turned.Floats());
        data[2, 1] = 9;
        Assert.Equal([-2, 1, 2, -3, 4, 9], whole.Floats());
        Assert.Throws<IndexOutOfRangeException>(() => data[3, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => data[6]);
        Assert.Throws<ArgumentException>(() => whole.data<long>());
    }

    [Fact]
    public void AnAccessorOfWhatIsInOrderBeginsAtAnyElement()
    {
        using var scope = NewDisposeScope();
        var whole = Numbers.Range(2, 3);
        var array = new float[5];
        whole.data<float>().CopyTo(array, arrayIndex: 1, tensorIndex: 2);
        Assert.Equal([0, 2, 3, 4, 5], array);
        whole.data<float>().CopyFrom([-1, -2, -3], arrayIndex: 1, tensorIndex: 3);
        Assert.Equal([0, 1, 2, -2, -3, 5], whole.Floats());
        var column = whole.select(1, 1);
        column.data<float>().CopyFrom([8], tensorIndex: 1);
        Assert.Equal([1, 8], column.Floats());
        Assert.Throws<ArgumentOutOfRangeException>(() => column.data<float>().CopyTo(array, tensorIndex: 2));
    }

    /// <summary>A trap of TorchSharp, in all versions: what has no elements is read as one row.</summary>
    [Fact]
    public void NoElementsAreAnArrayOnlyInOneDim()
    {
        using var scope = NewDisposeScope();
        Assert.Empty(zeros([0]).data<float>().ToArray());
        Assert.Empty(zeros([0, 2]).data<float>());
        Assert.Throws<ArgumentOutOfRangeException>(() => zeros([0, 2]).data<float>().ToArray());
    }

    [Fact]
    public void ATensorCopiesItsArray()
    {
        using var scope = NewDisposeScope();
        float[] array = [1, 2, 3, 4];
        var (row, table) = (tensor(array), tensor((IList<float>)array, [2, 2]));
        array[0] = 9;
        Assert.Equal([1, 2, 3, 4], row.Floats());
        Assert.Equal([2, 2], table.shape);
        Assert.Equal([1, 2, 3, 4], table.Floats());
        Assert.Equal(int64, tensor(new List<long> { 1, 2 }).dtype);
        Assert.Equal(float32, zeros([1]).dtype);
        Assert.Throws<ArgumentException>(() => tensor(array, [5]));
    }

    [Fact]
    public void OneElementIsAnItem()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(3, Numbers.Range(2, 2).select(0, 1).select(0, 1).item<float>());
        Assert.Equal(5, tensor(5L).item<long>());
        Assert.Throws<ArgumentException>(() => Numbers.Range(2).item<float>());
    }

    [Fact]
    public void CopyBroadcastsItsSourceOnly()
    {
        using var scope = NewDisposeScope();
        var x = zeros([2, 3]);
        Assert.Equal([0, 1, 2, 0, 1, 2], x.copy_(Numbers.Range(3)).Floats());
        Assert.Throws<ExternalException>(() => x.copy_(zeros([2, 2, 3])));
    }

    [Fact]
    public void ZerosAreWrittenToAView()
    {
        using var scope = NewDisposeScope();
        var x = Numbers.Range(2, 3).add(1);
        var column = x.narrow(1, 1, 1);
        Numbers.AreOne(column, column.zero_());
        Assert.Equal([1, 0, 3, 4, 0, 6], x.Floats());
        var count = tensor((long[])[1, 2]);
        count.zero_();
        Assert.Equal([0, 0], count.Integers());
    }

    [Fact]
    public void TheOnlyDeviceIsTheCpuUnlessThereIsCuda()
    {
        Assert.Equal(DeviceType.CPU, device("cpu").type);
        using var x = zeros([1], device: device("cpu"));
        Assert.Equal("cpu", x.device.ToString());
        if (!cuda.is_available())
            Assert.Throws<InvalidOperationException>(() => zeros([1], device: device("cuda")));
    }
}
