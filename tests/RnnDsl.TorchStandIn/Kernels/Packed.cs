using System.Numerics;
using RnnDsl.TorchStandIn.Layouts;
using static TorchSharp.torch;

namespace RnnDsl.TorchStandIn.Kernels;

/// <summary>Elements in row-major order in a separate array: the operands and results of kernels.</summary>
internal sealed record Packed(Array Values, long[] Sizes)
{
    public ScalarType Type => ElementTypes.Of(Values);

    public static Packed Of(Array values, Layout layout)
    {
        var packed = ElementTypes.NewArray(ElementTypes.Of(values), layout.Count);
        if (layout.IsContiguous)
            Array.Copy(values, layout.Offset, packed, 0, packed.Length);
        else
            Copy(values, layout.Positions(), packed, at: null);
        return new(packed, layout.Sizes);
    }

    public Packed As(ScalarType type)
    {
        if (type == Type)
            return this;
        return this with
        {
            Values = type switch
            {
                ScalarType.Float32 => As<float>(),
                ScalarType.BFloat16 => Array.ConvertAll(As<float>(), x => (BFloat16)x),
                ScalarType.Int64 => As<long>(),
                ScalarType.Bool when ElementTypes.IsFloat(Type) => Array.ConvertAll(As<float>(), x => x != 0),
                ScalarType.Bool => Array.ConvertAll(As<long>(), x => x != 0),
                _ => throw new NotSupportedException($"No tensors of {type} here."),
            },
        };
    }

    /// <summary>The elements as numbers of a type: true is 1, and a fraction is cut.</summary>
    public T[] As<T>()
        where T : struct, INumber<T> =>
        Values switch
        {
            T[] own => own,
            float[] floats => Array.ConvertAll(floats, T.CreateSaturating),
            BFloat16[] floats => Array.ConvertAll(floats, x => T.CreateSaturating((float)x)),
            long[] integers => Array.ConvertAll(integers, T.CreateSaturating),
            bool[] truths => Array.ConvertAll(truths, x => x ? T.One : T.Zero),
            _ => throw new NotSupportedException($"No tensors of {Values.GetType()} here."),
        };

    /// <summary>Writes the elements to their places in an array of the same type.</summary>
    public void CopyTo(Array values, Layout layout)
    {
        if (layout.IsContiguous)
            Array.Copy(Values, 0, values, layout.Offset, Values.Length);
        else
            Copy(Values, from: null, values, layout.Positions());
    }

    private static void Copy(Array source, int[]? from, Array target, int[]? at)
    {
        switch (source, target)
        {
            case (float[] x, float[] y):
                Copy(x, from, y, at);
                break;
            case (BFloat16[] x, BFloat16[] y):
                Copy(x, from, y, at);
                break;
            case (long[] x, long[] y):
                Copy(x, from, y, at);
                break;
            case (bool[] x, bool[] y):
                Copy(x, from, y, at);
                break;
            default:
                throw new NotSupportedException($"{source.GetType()} is not {target.GetType()}.");
        }
    }

    private static void Copy<T>(T[] source, int[]? from, T[] target, int[]? at)
    {
        var count = (from ?? at!).Length;
        for (var i = 0; i < count; i++)
            target[at is null ? i : at[i]] = source[from is null ? i : from[i]];
    }
}
