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
    private static int TileFloats => Tile512.Floats + Padding.Floats;

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
        Tile512.Clear(sums);
        var panel = TileShape.UnitVectors(gates: 1) * Lanes;
        for (var unit = 0; unit < units; unit += panel)
        {
            var vectors = (Math.Min(panel, units - unit) + Lanes - 1) / Lanes;
            for (int row = first, rows; row < last; row += rows)
            {
                rows = TileShape.NextRows(last - row, TileShape.Rows512);
                Tile512.Sum(segments, row, rows, unit, vectors, sums);
                for (var r = 0; r < rows; r++)
                {
                    var sum = sums + r * Tile512.RowFloats;
                    for (var v = 0; v < vectors; v++, sum += Lanes)
                        epilogue.Apply512(row + r, unit + v * Lanes, Vector512.Load(sum));
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
        Tile512.Clear(sums);
        var panel = TileShape.UnitVectors(gates: 2) * Lanes;
        for (var unit = 0; unit < units; unit += panel)
        {
            var vectors = (Math.Min(panel, units - unit) + Lanes - 1) / Lanes;
            var step = vectors * Lanes;
            for (int row = first, rows; row < last; row += rows)
            {
                rows = TileShape.NextRows(last - row, TileShape.Rows512);
                Tile512.Sum(segments, row, rows, unit, 2 * vectors, sums);
                for (var r = 0; r < rows; r++)
                {
                    var sum = sums + r * Tile512.RowFloats;
                    for (var v = 0; v < vectors; v++, sum += Lanes)
                        epilogue.Apply512(row + r, unit + v * Lanes, Vector512.Load(sum), Vector512.Load(sum + step));
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
        Tile512.Clear(sums);
        for (var unit = 0; unit < units; unit += Lanes)
        {
            for (int row = first, rows; row < last; row += rows)
            {
                rows = TileShape.NextRows(last - row, TileShape.Rows512);
                Tile512.Sum(segments, row, rows, unit, 3, sums);
                var sum = sums;
                for (var r = 0; r < rows; r++, sum += Tile512.RowFloats)
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
        Tile512.Clear(sums);
        for (var unit = 0; unit < units; unit += Lanes)
        {
            for (int row = first, rows; row < last; row += rows)
            {
                rows = TileShape.NextRows(last - row, TileShape.Rows512);
                Tile512.Sum(segments, row, rows, unit, 4, sums);
                var sum = sums;
                for (var r = 0; r < rows; r++, sum += Tile512.RowFloats)
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
