using System.ComponentModel;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>Functions of two operands that tensors have no single call for. Each makes a tensor, in the caller's scope.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorFunctions
{
    /// <summary>x where the mask is not 0, else 0.</summary>
    public static Tensor Where(Tensor mask, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return Select(mask.ne(0f), x);
    }

    /// <summary>x where the mask is not 0, else 0.</summary>
    public static Tensor Where(Tensor mask, float x)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return mask.ne(0f).to_type(ScalarType.Float32).mul(x);
    }

    /// <summary>x where the mask is not 0, else 0.</summary>
    public static Tensor Where(float mask, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return mask is 0 ? zeros(x.shape, dtype: x.dtype, device: x.device) : x.clone();
    }

    /// <summary>x where the mask is 0, else 0.</summary>
    public static Tensor Unless(Tensor mask, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return Select(mask.eq(0f), x);
    }

    /// <summary>x where the mask is 0, else 0.</summary>
    public static Tensor Unless(Tensor mask, float x)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return mask.eq(0f).to_type(ScalarType.Float32).mul(x);
    }

    /// <summary>x where the mask is 0, else 0.</summary>
    public static Tensor Unless(float mask, Tensor x) => Where(mask is 0 ? 1f : 0f, x);

    /// <summary>A number to the power of each element.</summary>
    public static Tensor Pow(float number, Tensor exponent)
    {
        ArgumentNullException.ThrowIfNull(exponent);
        return tensor(number, device: exponent.device).pow(exponent);
    }

    private static Tensor Select(Tensor isThere, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.where(isThere, zeros([1], dtype: x.dtype, device: x.device));
    }
}
