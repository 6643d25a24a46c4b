using System.Runtime.Intrinsics;
using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

/// <summary>Runs a vector function over many numbers, with vectors of a chosen width.</summary>
internal static class Sweep
{
    /// <summary>Compares with double precision at about a million floats, evenly spread over the bit patterns of a range.</summary>
    public static void Check(
        int lanes,
        VectorFunction function,
        Func<double, double> reference,
        float from,
        float to,
        double ulps
    ) => Check(lanes, function, reference, Floats(from, to), ulps);

    /// <summary>Compares with double precision at given floats.</summary>
    public static void Check(int lanes, VectorFunction function, Func<double, double> reference, float[] x, double ulps)
    {
        var y = Apply(lanes, function, x);
        var worst = 0.0;
        var at = 0f;
        for (var i = 0; i < x.Length; i++)
        {
            var expected = reference(x[i]);
            var ulp = (double)MathF.BitIncrement((float)Math.Abs(expected)) - (float)Math.Abs(expected);
            var error = Math.Abs(y[i] - expected) / ulp;
            if (error > worst || double.IsNaN(error))
                (worst, at) = (error, x[i]);
        }

        Assert.True(worst <= ulps, $"{function}({at:R}) is off by {worst} ulp with {lanes} lanes");
    }

    public static float[] Apply(int lanes, VectorFunction function, float[] a, float[]? b = null)
    {
        var length = (a.Length + 15) / 16 * 16;
        var x = new float[length];
        var y = new float[length];
        var result = new float[length];
        a.CopyTo(x, 0);
        b?.CopyTo(y, 0);
        for (var i = 0; i < length; i += lanes)
        {
            switch (lanes)
            {
                case 16:
                    Apply(function, Vector512.Create(x, i), Vector512.Create(y, i)).CopyTo(result, i);
                    break;
                case 8:
                    Apply(function, Vector256.Create(x, i), Vector256.Create(y, i)).CopyTo(result, i);
                    break;
                default:
                    Apply(function, Vector128.Create(x, i), Vector128.Create(y, i)).CopyTo(result, i);
                    break;
            }
        }

        return result[..a.Length];
    }

    /// <summary>Each 2000th or so float of a range, and its ends; every sign and size has its share.</summary>
    private static float[] Floats(float from, float to)
    {
        var first = Order(from);
        var last = Order(to);
        var step = Math.Max(1, (last - first) / 1_000_003);
        var count = (last - first) / step + 1;
        var values = new float[count + 1];
        for (var i = 0; i < count; i++)
            values[i] = FromOrder(first + i * step);
        values[^1] = to;
        return values;
    }

    /// <summary>Numbers the floats in ascending order.</summary>
    private static long Order(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        return bits >= 0 ? bits : -(long)(bits & int.MaxValue);
    }

    private static float FromOrder(long order) =>
        order >= 0 ? BitConverter.Int32BitsToSingle((int)order) : -BitConverter.Int32BitsToSingle((int)-order);

    private static Vector512<float> Apply(VectorFunction function, Vector512<float> x, Vector512<float> y) =>
        function switch
        {
            VectorFunction.Tanh => VectorMath.Tanh(x),
            VectorFunction.Sigmoid => VectorMath.Sigmoid(x),
            VectorFunction.Exp => VectorMath.Exp(x),
            VectorFunction.Log => VectorMath.Log(x),
            VectorFunction.Relu => VectorMath.Relu(x),
            VectorFunction.Sqrt => VectorMath.Sqrt(x),
            VectorFunction.Sin => VectorMath.Sin(x),
            VectorFunction.Cos => VectorMath.Cos(x),
            VectorFunction.Softplus => VectorMath.Softplus(x),
            VectorFunction.Erf => VectorMath.Erf(x),
            VectorFunction.Erfc => VectorMath.Erfc(x),
            VectorFunction.Expm1 => VectorMath.Expm1(x),
            VectorFunction.Atan => VectorMath.Atan(x),
            VectorFunction.LogGamma => VectorMath.LogGamma(x),
            VectorFunction.Digamma => VectorMath.Digamma(x),
            VectorFunction.Abs => VectorMath.Abs(x),
            VectorFunction.Square => VectorMath.Square(x),
            VectorFunction.Step => VectorMath.Step(x),
            VectorFunction.Sign => VectorMath.Sign(x),
            VectorFunction.Floor => VectorMath.Floor(x),
            VectorFunction.Equal => VectorMath.Equal(x, y),
            VectorFunction.GreaterEqual => VectorMath.GreaterEqual(x, y),
            VectorFunction.LessEqual => VectorMath.LessEqual(x, y),
            VectorFunction.Greater => VectorMath.Greater(x, y),
            VectorFunction.Less => VectorMath.Less(x, y),
            VectorFunction.Where => VectorMath.Where(x, y),
            VectorFunction.Unless => VectorMath.Unless(x, y),
            VectorFunction.Pow => VectorMath.Pow(x, y),
            VectorFunction.Max => VectorMath.Max(x, y),
            _ => VectorMath.Min(x, y),
        };

    private static Vector256<float> Apply(VectorFunction function, Vector256<float> x, Vector256<float> y) =>
        function switch
        {
            VectorFunction.Tanh => VectorMath.Tanh(x),
            VectorFunction.Sigmoid => VectorMath.Sigmoid(x),
            VectorFunction.Exp => VectorMath.Exp(x),
            VectorFunction.Log => VectorMath.Log(x),
            VectorFunction.Relu => VectorMath.Relu(x),
            VectorFunction.Sqrt => VectorMath.Sqrt(x),
            VectorFunction.Sin => VectorMath.Sin(x),
            VectorFunction.Cos => VectorMath.Cos(x),
            VectorFunction.Softplus => VectorMath.Softplus(x),
            VectorFunction.Erf => VectorMath.Erf(x),
            VectorFunction.Erfc => VectorMath.Erfc(x),
            VectorFunction.Expm1 => VectorMath.Expm1(x),
            VectorFunction.Atan => VectorMath.Atan(x),
            VectorFunction.LogGamma => VectorMath.LogGamma(x),
            VectorFunction.Digamma => VectorMath.Digamma(x),
            VectorFunction.Abs => VectorMath.Abs(x),
            VectorFunction.Square => VectorMath.Square(x),
            VectorFunction.Step => VectorMath.Step(x),
            VectorFunction.Sign => VectorMath.Sign(x),
            VectorFunction.Floor => VectorMath.Floor(x),
            VectorFunction.Equal => VectorMath.Equal(x, y),
            VectorFunction.GreaterEqual => VectorMath.GreaterEqual(x, y),
            VectorFunction.LessEqual => VectorMath.LessEqual(x, y),
            VectorFunction.Greater => VectorMath.Greater(x, y),
            VectorFunction.Less => VectorMath.Less(x, y),
            VectorFunction.Where => VectorMath.Where(x, y),
            VectorFunction.Unless => VectorMath.Unless(x, y),
            VectorFunction.Pow => VectorMath.Pow(x, y),
            VectorFunction.Max => VectorMath.Max(x, y),
            _ => VectorMath.Min(x, y),
        };

    private static Vector128<float> Apply(VectorFunction function, Vector128<float> x, Vector128<float> y) =>
        function switch
        {
            VectorFunction.Tanh => VectorMath.Tanh(x),
            VectorFunction.Sigmoid => VectorMath.Sigmoid(x),
            VectorFunction.Exp => VectorMath.Exp(x),
            VectorFunction.Log => VectorMath.Log(x),
            VectorFunction.Relu => VectorMath.Relu(x),
            VectorFunction.Sqrt => VectorMath.Sqrt(x),
            VectorFunction.Sin => VectorMath.Sin(x),
            VectorFunction.Cos => VectorMath.Cos(x),
            VectorFunction.Softplus => VectorMath.Softplus(x),
            VectorFunction.Erf => VectorMath.Erf(x),
            VectorFunction.Erfc => VectorMath.Erfc(x),
            VectorFunction.Expm1 => VectorMath.Expm1(x),
            VectorFunction.Atan => VectorMath.Atan(x),
            VectorFunction.LogGamma => VectorMath.LogGamma(x),
            VectorFunction.Digamma => VectorMath.Digamma(x),
            VectorFunction.Abs => VectorMath.Abs(x),
            VectorFunction.Square => VectorMath.Square(x),
            VectorFunction.Step => VectorMath.Step(x),
            VectorFunction.Sign => VectorMath.Sign(x),
            VectorFunction.Floor => VectorMath.Floor(x),
            VectorFunction.Equal => VectorMath.Equal(x, y),
            VectorFunction.GreaterEqual => VectorMath.GreaterEqual(x, y),
            VectorFunction.LessEqual => VectorMath.LessEqual(x, y),
            VectorFunction.Greater => VectorMath.Greater(x, y),
            VectorFunction.Less => VectorMath.Less(x, y),
            VectorFunction.Where => VectorMath.Where(x, y),
            VectorFunction.Unless => VectorMath.Unless(x, y),
            VectorFunction.Pow => VectorMath.Pow(x, y),
            VectorFunction.Max => VectorMath.Max(x, y),
            _ => VectorMath.Min(x, y),
        };
}
