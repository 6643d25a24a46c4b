namespace RnnDsl.TorchStandIn.Kernels;

/// <summary>The upper half of a float: 8 bits of exponent, 7 of fraction.</summary>
internal readonly record struct BFloat16(ushort Bits)
{
    public static explicit operator float(BFloat16 value) => BitConverter.UInt32BitsToSingle((uint)value.Bits << 16);

    /// <summary>To the nearest; of two, to the even one.</summary>
    public static explicit operator BFloat16(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? new(0x7FC0) : new((ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16));
    }
}
