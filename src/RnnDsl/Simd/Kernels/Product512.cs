using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>Products with 512-bit vectors: of one row, whose sums stay in registers, or of tiles of rows.</summary>
internal static class Product512
{
    private static int Lanes => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run0<TEpilogue>(in Share share, int units, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue0
    {
        var (first, last) = share.Units(units, Padding.Floats);
        for (var row = share.First; row < share.Last; row++)
        {
            for (var unit = first; unit < last; unit += Lanes)
                epilogue.Apply<Vector512<float>>(row, unit);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run1<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue1
    {
        if (share.IsOneRow)
            RowProduct512.Run1(share, units, segments, ref epilogue);
        else
            TileProduct512.Run1(share, units, segments, ref epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run2<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue2
    {
        if (share.IsOneRow)
            RowProduct512.Run2(share, units, segments, ref epilogue);
        else
            TileProduct512.Run2(share, units, segments, ref epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run3<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue3
    {
        if (share.IsOneRow)
            RowProduct512.Run3(share, units, segments, ref epilogue);
        else
            TileProduct512.Run3(share, units, segments, ref epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run4<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue4
    {
        if (share.IsOneRow)
            RowProduct512.Run4(share, units, segments, ref epilogue);
        else
            TileProduct512.Run4(share, units, segments, ref epilogue);
    }
}
