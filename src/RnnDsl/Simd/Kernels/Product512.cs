using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// Products with 512-bit vectors. A tile of sums goes over the stack, in the nearest cache, from the loop over k to
/// the epilogue: so those loops are compiled once, for all epilogues there are, and what is compiled for each epilogue is short.
/// </summary>
[SkipLocalsInit]
internal static unsafe class Product512
{
    private static int Lanes => Vector512<float>.Count;

    /// <summary>Room for a tile of sums, and to align it.</summary>
    private static int TileFloats => TileShape.Rows512 * TileShape.Vectors * Lanes + Padding.Floats;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run0<TEpilogue>(int first, int last, int units, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue0
    {
        for (var row = first; row < last; row++)
        {
            for (var unit = 0; unit < units; unit += Lanes)
                epilogue.Apply512(row, unit);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run1<TEpilogue>(
        int first,
        int last,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue1
    {
        var memory = stackalloc float[TileFloats];
        var sums = Padding.Align(memory);
        var panel = TileShape.UnitVectors(gates: 1) * Lanes;
        for (var unit = 0; unit < units; unit += panel)
        {
            var end = Math.Min(unit + panel, units);
            for (var row = first; row < last; row += TileShape.Rows512)
            {
                var rows = Math.Min(TileShape.Rows512, last - row);
                Tile512.Sum(segments, row, rows, gates: 1, unit, sums);
                for (var r = 0; r < rows; r++)
                {
                    var sum = sums + r * TileShape.Vectors * Lanes;
                    for (var u = unit; u < end; u += Lanes, sum += Lanes)
                        epilogue.Apply512(row + r, u, Vector512.Load(sum));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run2<TEpilogue>(
        int first,
        int last,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue2
    {
        var memory = stackalloc float[TileFloats];
        var sums = Padding.Align(memory);
        var panel = TileShape.UnitVectors(gates: 2) * Lanes;
        for (var unit = 0; unit < units; unit += panel)
        {
            var end = Math.Min(unit + panel, units);
            for (var row = first; row < last; row += TileShape.Rows512)
            {
                var rows = Math.Min(TileShape.Rows512, last - row);
                Tile512.Sum(segments, row, rows, gates: 2, unit, sums);
                for (var r = 0; r < rows; r++)
                {
                    var sum = sums + r * TileShape.Vectors * Lanes;
                    for (var u = unit; u < end; u += Lanes, sum += 2 * Lanes)
                        epilogue.Apply512(row + r, u, Vector512.Load(sum), Vector512.Load(sum + Lanes));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run3<TEpilogue>(
        int first,
        int last,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue3
    {
        var memory = stackalloc float[TileFloats];
        var sums = Padding.Align(memory);
        for (var unit = 0; unit < units; unit += Lanes)
        {
            for (var row = first; row < last; row += TileShape.Rows512)
            {
                var rows = Math.Min(TileShape.Rows512, last - row);
                Tile512.Sum(segments, row, rows, gates: 3, unit, sums);
                var sum = sums;
                for (var r = 0; r < rows; r++, sum += TileShape.Vectors * Lanes)
                {
                    epilogue.Apply512(
                        row + r,
                        unit,
                        Vector512.Load(sum),
                        Vector512.Load(sum + Lanes),
                        Vector512.Load(sum + 2 * Lanes)
                    );
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run4<TEpilogue>(
        int first,
        int last,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue4
    {
        var memory = stackalloc float[TileFloats];
        var sums = Padding.Align(memory);
        for (var unit = 0; unit < units; unit += Lanes)
        {
            for (var row = first; row < last; row += TileShape.Rows512)
            {
                var rows = Math.Min(TileShape.Rows512, last - row);
                Tile512.Sum(segments, row, rows, gates: 4, unit, sums);
                var sum = sums;
                for (var r = 0; r < rows; r++, sum += TileShape.Vectors * Lanes)
                {
                    epilogue.Apply512(
                        row + r,
                        unit,
                        Vector512.Load(sum),
                        Vector512.Load(sum + Lanes),
                        Vector512.Load(sum + 2 * Lanes),
                        Vector512.Load(sum + 3 * Lanes)
                    );
                }
            }
        }
    }
}
