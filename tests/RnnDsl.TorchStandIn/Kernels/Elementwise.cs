using RnnDsl.TorchStandIn.Layouts;
using static TorchSharp.torch;

namespace RnnDsl.TorchStandIn.Kernels;

/// <summary>Functions of the elements at the same place of one, two or three operands, which broadcast.</summary>
internal static class Elementwise
{
    /// <summary>On floats; integers become floats first.</summary>
    public static Packed Map(Operand x, Converter<float, float> f) =>
        Floats(Array.ConvertAll(x.Read(x.Sizes).As<float>(), f), x.Sizes, x.Type);

    /// <summary>On floats as floats, on integers as integers.</summary>
    public static Packed Map(Operand x, Converter<float, float> f, Converter<long, long> whole) =>
        x.Type switch
        {
            ScalarType.Float32 or ScalarType.BFloat16 => Map(x, f),
            ScalarType.Int64 => new(Array.ConvertAll(x.Read(x.Sizes).As<long>(), whole), x.Sizes),
            _ => throw new NotSupportedException("Not on a tensor of Bool."),
        };

    public static Packed Zip(Operand x, Operand y, Func<float, float, float> f)
    {
        var sizes = Broadcast.Sizes(x.Sizes, y.Sizes);
        var type = ElementTypes.Promoted(x.Weight, y.Weight);
        return Floats(Zipped(x.Read(sizes).As<float>(), y.Read(sizes).As<float>(), f), sizes, type);
    }

    public static Packed Zip(Operand x, Operand y, Func<float, float, float> f, Func<long, long, long> whole)
    {
        var sizes = Broadcast.Sizes(x.Sizes, y.Sizes);
        return ElementTypes.Promoted(x.Weight, y.Weight) switch
        {
            ScalarType.Float32 or ScalarType.BFloat16 => Zip(x, y, f),
            ScalarType.Int64 => new(Zipped(x.Read(sizes).As<long>(), y.Read(sizes).As<long>(), whole), sizes),
            _ => throw new NotSupportedException("Not on two tensors of Bool."),
        };
    }

    public static Packed Compare(Operand x, Operand y, Func<float, float, bool> f, Func<long, long, bool> whole)
    {
        var sizes = Broadcast.Sizes(x.Sizes, y.Sizes);
        var (left, right) = (x.Read(sizes), y.Read(sizes));
        return ElementTypes.IsFloat(ElementTypes.Promoted(x.Weight, y.Weight))
            ? new(Zipped(left.As<float>(), right.As<float>(), f), sizes)
            : new(Zipped(left.As<long>(), right.As<long>(), whole), sizes);
    }

    public static Packed Zip(Operand x, Operand y, Operand z, Func<float, float, float, float> f)
    {
        var sizes = Broadcast.Sizes(x.Sizes, y.Sizes, z.Sizes);
        var (first, second, third) = (x.Read(sizes).As<float>(), y.Read(sizes).As<float>(), z.Read(sizes).As<float>());
        var result = new float[first.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = f(first[i], second[i], third[i]);
        return Floats(result, sizes, ElementTypes.Promoted(x.Weight, y.Weight, z.Weight));
    }

    /// <summary>Kernels compute in floats and round once.</summary>
    private static Packed Floats(float[] values, long[] sizes, ScalarType type)
    {
        var packed = new Packed(values, sizes);
        return type == ScalarType.BFloat16 ? packed.As(type) : packed;
    }

    private static TResult[] Zipped<T, TResult>(T[] x, T[] y, Func<T, T, TResult> f)
    {
        var result = new TResult[x.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = f(x[i], y[i]);
        return result;
    }
}
