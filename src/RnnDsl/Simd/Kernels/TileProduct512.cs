using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// Products of any rows with 512-bit vectors. The loop over k passes a tile of sums on the stack, in the L1 cache, to
/// the epilogue: so the loops are compiled once for all epilogues, and the code for each epilogue is short.
/// </summary>
[SkipLocalsInit]
internal static unsafe class TileProduct512
{
    private static int Lanes => Vector512<float>.Count;

    /// <summary>Memory for a tile of sums, with padding to align it.</summary>
    private static int TileFloats => Tile512.Floats + Padding.Floats;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run1<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue1
    {
        var memory = stackalloc float[TileFloats];
        var tiles = new TileLoop512(Padding.Align(memory), gates: 1, share, units);
        while (tiles.Next(segments))
        {
            for (var row = 0; row < tiles.Rows; row++)
            {
                var sum = tiles.Sums(row);
                for (var unit = 0; unit < tiles.Units; unit += Lanes, sum += Lanes)
                {
                    epilogue.Apply<Vector512<float>>(tiles.Row + row, tiles.Unit + unit, Vector512.Load(sum));
                }
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
        var memory = stackalloc float[TileFloats];
        var tiles = new TileLoop512(Padding.Align(memory), gates: 2, share, units);
        while (tiles.Next(segments))
        {
            for (var row = 0; row < tiles.Rows; row++)
            {
                var sum = tiles.Sums(row);
                for (var unit = 0; unit < tiles.Units; unit += Lanes, sum += Lanes)
                {
                    epilogue.Apply<Vector512<float>>(
                        tiles.Row + row,
                        tiles.Unit + unit,
                        Vector512.Load(sum),
                        Vector512.Load(sum + tiles.Units)
                    );
                }
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
        var memory = stackalloc float[TileFloats];
        var tiles = new TileLoop512(Padding.Align(memory), gates: 3, share, units);
        while (tiles.Next(segments))
        {
            for (var row = 0; row < tiles.Rows; row++)
            {
                var sum = tiles.Sums(row);
                for (var unit = 0; unit < tiles.Units; unit += Lanes, sum += Lanes)
                {
                    epilogue.Apply<Vector512<float>>(
                        tiles.Row + row,
                        tiles.Unit + unit,
                        Vector512.Load(sum),
                        Vector512.Load(sum + tiles.Units),
                        Vector512.Load(sum + 2 * tiles.Units)
                    );
                }
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
        var memory = stackalloc float[TileFloats];
        var tiles = new TileLoop512(Padding.Align(memory), gates: 4, share, units);
        while (tiles.Next(segments))
        {
            for (var row = 0; row < tiles.Rows; row++)
            {
                var sum = tiles.Sums(row);
                for (var unit = 0; unit < tiles.Units; unit += Lanes, sum += Lanes)
                {
                    epilogue.Apply<Vector512<float>>(
                        tiles.Row + row,
                        tiles.Unit + unit,
                        Vector512.Load(sum),
                        Vector512.Load(sum + tiles.Units),
                        Vector512.Load(sum + 2 * tiles.Units),
                        Vector512.Load(sum + 3 * tiles.Units)
                    );
                }
            }
        }
    }
}
