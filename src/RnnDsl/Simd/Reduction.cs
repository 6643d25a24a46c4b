using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <summary>
/// Sums and maxima. Over units, 16 partial results are accumulated in parallel and combined as a tree, the same on every machine, so
/// the bits do not depend on the width of its vectors. Padding is masked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Reduction
{
    /// <summary>The sum of the units of each row, into the first element of the target's row.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="target">Rows of width 1.</param>
    /// <param name="width">Units of a source row, at least 1.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(Rows source, Rows target, int width, in Share share)
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
        {
            var units = source.At(row, 0, width);
            Vector128<float> a = default;
            Vector128<float> b = default;
            Vector128<float> c = default;
            Vector128<float> d = default;
            for (var unit = 0; unit < width; unit += Padding.Floats)
            {
                a += Masked(units, unit, width, 0f);
                b += Masked(units, unit + 4, width, 0f);
                c += Masked(units, unit + 8, width, 0f);
                d += Masked(units, unit + 12, width, 0f);
            }

            var sums = (a + c) + (b + d);
            *target.At(row, 0, 1) = (sums[0] + sums[2]) + (sums[1] + sums[3]);
        }

        share.EndStage();
    }

    /// <summary>The greatest unit of each row, into the first element of the target's row; NaN if one is NaN.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="target">Rows of width 1.</param>
    /// <param name="width">Units of a source row, at least 1.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Max(Rows source, Rows target, int width, in Share share)
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
        {
            var units = source.At(row, 0, width);
            var greatest = Vector128.Create(float.NegativeInfinity);
            for (var unit = 0; unit < width; unit += 4)
                greatest = Vector128.Max(greatest, Masked(units, unit, width, float.NegativeInfinity));
            *target.At(row, 0, 1) = MathF.Max(MathF.Max(greatest[0], greatest[1]), MathF.Max(greatest[2], greatest[3]));
        }

        share.EndStage();
    }

    /// <summary>The unit of each row that the row's token selects, into the first element of the target's row.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="tokens">Rows of width 1: unit indices, as floats.</param>
    /// <param name="target">Rows of width 1.</param>
    /// <param name="width">Units of a source row, at least 1.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    public static void At(Rows source, Rows tokens, Rows target, int width, in Share share)
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
            *target.At(row, 0, 1) = source.At(row, 0, width)[(int)*tokens.At(row, 0, 1)];

        share.EndStage();
    }

    /// <summary>The sum over time of each unit of each row, in order of time.</summary>
    /// <param name="source">A slot for each step.</param>
    /// <param name="slot">The slot of the first step.</param>
    /// <param name="target">Rows of the same width.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumTime(RowBuffer source, int slot, Rows target, in Share share)
    {
        var (first, last) = share.WholeRows;
        target.Clear(first, last);
        for (var step = 0; step < share.Steps; step++)
        {
            last = share.At(step).WholeRows.Last;
            var values = source.At(slot + step);
            for (var row = first; row < last; row++)
            {
                var from = values.At(row, 0, source.Stride);
                var to = target.At(row, 0, source.Stride);
                for (var unit = 0; unit < source.Stride; unit += Vector<float>.Count)
                    (Vector.Load(to + unit) + Vector.Load(from + unit)).Store(to + unit);
            }
        }

        share.EndStage();
    }

    /// <summary>Four units; units from <paramref name="width"/> on are replaced by the neutral element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Masked(float* units, int unit, int width, float neutral)
    {
        var inside = Vector128.LessThan(Vector128.Create(unit) + Vector128<int>.Indices, Vector128.Create(width));
        return Vector128.ConditionalSelect(inside.AsSingle(), Vector128.Load(units + unit), Vector128.Create(neutral));
    }
}
