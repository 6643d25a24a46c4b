using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace RnnDsl.Torch.Tests;

/// <summary>Numbers for tensors, and tensors of them.</summary>
internal static class Numbers
{
    /// <summary>Between -2 and 2, the same for a seed.</summary>
    public static float[] Some(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 4 - 2)];
    }

    /// <summary>0, 1, 2, ... in row-major order.</summary>
    public static torch.Tensor Range(params long[] sizes)
    {
        var count = sizes.Aggregate(1L, (x, y) => x * y);
        return torch.tensor(Enumerable.Range(0, (int)count).Select(i => (float)i).ToArray(), sizes);
    }

    public static float[] Floats(this torch.Tensor tensor) => tensor.data<float>().ToArray();

    public static long[] Integers(this torch.Tensor tensor) => tensor.data<long>().ToArray();

    public static bool[] Truths(this torch.Tensor tensor) => tensor.data<bool>().ToArray();

    /// <summary>
    /// The result of an operation in place is what was written: the same tensor, or up to TorchSharp 0.100.5 another one of the
    /// same memory.
    /// </summary>
    public static void AreOne(torch.Tensor written, torch.Tensor result)
    {
        Assert.Equal(written.shape, result.shape);
        Assert.Equal(written.dtype, result.dtype);
        Assert.True(Unsafe.AreSame(ref First(written), ref First(result)), "The result is in another place.");
    }

    /// <summary>Equal to float rounding.</summary>
    public static void Near(IReadOnlyList<float> expected, torch.Tensor actual, float tolerance = 1e-5f)
    {
        var values = actual.Floats();
        Assert.Equal(expected.Count, values.Length);
        for (var i = 0; i < values.Length; i++)
            Assert.True(
                Math.Abs(expected[i] - values[i]) <= tolerance * (1 + Math.Abs(expected[i])),
                $"Element {i} is {values[i]}, not {expected[i]}."
            );
    }

    private static ref byte First(torch.Tensor tensor)
    {
        while (tensor.dim() > 0)
            tensor = tensor.select(0, 0);
        return ref MemoryMarshal.GetReference(tensor.bytes);
    }
}
