using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static RnnDsl.Simd.Kernels.Counts;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// Products of one row with 512-bit vectors. The overhead of a stage matters here, where a whole stage takes less than a
/// microsecond: so the loop over k is compiled into each epilogue, and sums stay in registers from the first segment to the equations.
/// </summary>
/// <remarks>
/// a0 to a3 are the sums of a panel of weights, b0 to b3 those of the next panel: all units of gate 0, then all of gate 1. The
/// equations take them vector by vector of units, from the front.
/// </remarks>
[SkipLocalsInit]
internal static unsafe class RowProduct512
{
    private static int Lanes => Vector512<float>.Count;

    /// <summary>Memory for the sums of two panels, with padding to align them.</summary>
    private static int SumFloats => 2 * Tile512.RowFloats + Padding.Floats;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run1<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue1
    {
        var memory = stackalloc float[SumFloats];
        var panels = new PanelLoop512(gates: 1, share, units, segments);
        while (panels.Next())
        {
            Sum<Four>(
                segments,
                panels,
                Padding.Align(memory),
                out var a0,
                out var a1,
                out var a2,
                out var a3,
                out var b0,
                out var b1,
                out var b2,
                out var b3
            );
            for (var unit = panels.First; unit < panels.Last; unit += Lanes)
            {
                epilogue.Apply<Vector512<float>>(panels.Row, unit, a0);
                (a0, a1, a2, a3, b0, b1, b2) = (a1, a2, a3, b0, b1, b2, b3);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run2<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue2
    {
        var memory = stackalloc float[SumFloats];
        var panels = new PanelLoop512(gates: 2, share, units, segments);
        while (panels.Next())
        {
            Sum<Four>(
                segments,
                panels,
                Padding.Align(memory),
                out var a0,
                out var a1,
                out var a2,
                out var a3,
                out var b0,
                out var b1,
                out var b2,
                out var b3
            );
            // In a narrow panel the second sum is that of the second gate.
            a2 = panels.Units == Lanes ? a1 : a2;
            for (var unit = panels.First; unit < panels.Last; unit += Lanes)
            {
                epilogue.Apply<Vector512<float>>(panels.Row, unit, a0, a2);
                (a0, a1, b0) = (a1, b0, b1);
                (a2, a3, b2) = (a3, b2, b3);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run3<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue3
    {
        var memory = stackalloc float[SumFloats];
        var panels = new PanelLoop512(gates: 3, share, units, segments);
        while (panels.Next())
        {
            Sum<Three>(
                segments,
                panels,
                Padding.Align(memory),
                out var a0,
                out var a1,
                out var a2,
                out _,
                out var b0,
                out var b1,
                out var b2,
                out _
            );
            for (var unit = panels.First; unit < panels.Last; unit += Lanes)
            {
                epilogue.Apply<Vector512<float>>(panels.Row, unit, a0, a1, a2);
                (a0, a1, a2) = (b0, b1, b2);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run4<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue4
    {
        var memory = stackalloc float[SumFloats];
        var panels = new PanelLoop512(gates: 4, share, units, segments);
        while (panels.Next())
        {
            Sum<Four>(
                segments,
                panels,
                Padding.Align(memory),
                out var a0,
                out var a1,
                out var a2,
                out var a3,
                out var b0,
                out var b1,
                out var b2,
                out var b3
            );
            for (var unit = panels.First; unit < panels.Last; unit += Lanes)
            {
                epilogue.Apply<Vector512<float>>(panels.Row, unit, a0, a1, a2, a3);
                (a0, a1, a2, a3) = (b0, b1, b2, b3);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum<TVectors>(
        ReadOnlySpan<Segment> segments,
        in PanelLoop512 panels,
        float* sums,
        out Vector512<float> a0,
        out Vector512<float> a1,
        out Vector512<float> a2,
        out Vector512<float> a3,
        out Vector512<float> b0,
        out Vector512<float> b1,
        out Vector512<float> b2,
        out Vector512<float> b3
    )
        where TVectors : struct, ICount
    {
        a0 = a1 = a2 = a3 = b0 = b1 = b2 = b3 = Vector512<float>.Zero;
        if (!panels.AreWhole)
        {
            Tile512.SumRow(segments, panels.Row, panels.First, panels.IsPair, sums);
            Tile512.LoadRow(sums, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1, ref b2, ref b3);
        }
        else if (panels.IsPair)
        {
            Tile512.AddRow<Two, TVectors>(
                segments,
                panels.Row,
                panels.First,
                ref a0,
                ref a1,
                ref a2,
                ref a3,
                ref b0,
                ref b1,
                ref b2,
                ref b3
            );
        }
        else
        {
            Tile512.AddRow<One, TVectors>(
                segments,
                panels.Row,
                panels.First,
                ref a0,
                ref a1,
                ref a2,
                ref a3,
                ref b0,
                ref b1,
                ref b2,
                ref b3
            );
        }
    }
}
