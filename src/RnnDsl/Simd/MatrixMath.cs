using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using RnnDsl.Parameters;

namespace RnnDsl.Simd;

/// <summary>
/// Arithmetic on matrices that are parameters, or are computed of parameters: once a version of them, on one thread. The bits do not
/// depend on the width of vectors.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class MatrixMath
{
    /// <summary>Exchanges rows and columns.</summary>
    /// <param name="target">[columns, rows] of <paramref name="a"/>.</param>
    /// <param name="a">The matrix.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(ParameterSlice target, ParameterSlice a)
    {
        // In blocks, so that the cache lines of both sides are read and written completely while they are in the cache.
        for (var block = 0; block < a.Columns; block += Padding.Floats)
        {
            var end = Math.Min(block + Padding.Floats, a.Columns);
            for (var row = 0; row < a.Rows; row++)
            {
                var from = a.Pointer + (nint)row * a.Stride;
                for (var column = block; column < end; column++)
                    target.Pointer[(nint)column * target.Stride + row] = from[column];
            }
        }
    }

    /// <summary>target = a * b, each element summed in the order of the columns of <paramref name="a"/>.</summary>
    /// <param name="target">[rows of a, columns of b].</param>
    /// <param name="a">[rows, depth].</param>
    /// <param name="b">[depth, columns].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ParameterSlice target, ParameterSlice a, ParameterSlice b)
    {
        Clear(target);
        for (var row = 0; row < a.Rows; row++)
        {
            var to = target.Pointer + (nint)row * target.Stride;
            var factors = a.Pointer + (nint)row * a.Stride;
            var k = 0;
            for (; k <= a.Columns - 4; k += 4)
                AddFour(to, factors + k, b.Pointer + (nint)k * b.Stride, b.Stride, b.Columns);
            for (; k < a.Columns; k++)
                AddOne(to, factors[k], b.Pointer + (nint)k * b.Stride, b.Columns);
        }
    }

    /// <summary>target[r, c] = f[r] * a[r, c].</summary>
    /// <param name="target">Of the shape of <paramref name="a"/>.</param>
    /// <param name="f">An element for each row.</param>
    /// <param name="a">The matrix.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaleRows(ParameterSlice target, ParameterSlice f, ParameterSlice a)
    {
        for (var row = 0; row < a.Rows; row++)
        {
            var to = target.Pointer + (nint)row * target.Stride;
            var from = a.Pointer + (nint)row * a.Stride;
            for (var column = 0; column < a.Columns; column++)
                to[column] = f.Pointer[row] * from[column];
        }
    }

    /// <summary>The sum of each row.</summary>
    /// <param name="target">A vector of an element for each row.</param>
    /// <param name="a">The matrix.</param>
    public static void RowSums(ParameterSlice target, ParameterSlice a)
    {
        for (var row = 0; row < a.Rows; row++)
            target.Pointer[row] = (float)SumOf(a.Pointer + (nint)row * a.Stride, a.Columns);
    }

    /// <summary>The sum of all elements.</summary>
    /// <param name="target">One number.</param>
    /// <param name="a">The matrix.</param>
    public static void Sum(ParameterSlice target, ParameterSlice a)
    {
        var sum = 0.0;
        for (var row = 0; row < a.Rows; row++)
            sum += SumOf(a.Pointer + (nint)row * a.Stride, a.Columns);
        *target.Pointer = (float)sum;
    }

    /// <summary>target += a.</summary>
    /// <param name="target">The gradient of a parameter.</param>
    /// <param name="a">A term of it, of the same shape.</param>
    public static void Add(ParameterSlice target, ParameterSlice a)
    {
        for (var row = 0; row < a.Rows; row++)
            AddOne(target.Pointer + (nint)row * target.Stride, 1, a.Pointer + (nint)row * a.Stride, a.Columns);
    }

    /// <summary>Sets all elements to zero.</summary>
    /// <param name="target">The matrix.</param>
    public static void Clear(ParameterSlice target) => Fill(target, 0);

    /// <summary>Sets all elements to a number.</summary>
    /// <param name="target">The matrix.</param>
    /// <param name="value">The number.</param>
    public static void Fill(ParameterSlice target, float value)
    {
        for (var row = 0; row < target.Rows; row++)
            new Span<float>(target.Pointer + (nint)row * target.Stride, target.Columns).Fill(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumOf(float* row, int columns)
    {
        var sum = 0.0;
        for (var column = 0; column < columns; column++)
            sum += row[column];
        return sum;
    }

    // to += factors[0] * from[0] + factors[1] * from[1] + ..., one after the other, so that the bits are those of four calls of AddOne.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFour(float* to, float* factors, float* from, int stride, int columns)
    {
        var (a, b, c, d) = (factors[0], factors[1], factors[2], factors[3]);
        var second = from + stride;
        var third = second + stride;
        var fourth = third + stride;
        var column = 0;
        for (; column <= columns - Vector<float>.Count; column += Vector<float>.Count)
        {
            var sum = Vector.Load(to + column) + a * Vector.Load(from + column);
            sum += b * Vector.Load(second + column);
            sum += c * Vector.Load(third + column);
            (sum + d * Vector.Load(fourth + column)).Store(to + column);
        }

        for (; column < columns; column++)
        {
            var sum = to[column] + a * from[column];
            sum += b * second[column];
            sum += c * third[column];
            to[column] = sum + d * fourth[column];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddOne(float* to, float factor, float* from, int columns)
    {
        var column = 0;
        for (; column <= columns - Vector<float>.Count; column += Vector<float>.Count)
            (Vector.Load(to + column) + factor * Vector.Load(from + column)).Store(to + column);
        for (; column < columns; column++)
            to[column] += factor * from[column];
    }
}
