using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// Iterates over the tiles of a product with 512-bit vectors: over the weight panels, from either end, and for each over all
/// rows.
/// </summary>
internal unsafe ref struct TileLoop512
{
    private readonly float* sums;
    private readonly int gates;
    private readonly int first;
    private readonly int last;
    private readonly int panel;
    private readonly bool isTurned;
    private int left;
    private int end;
    private int vectors;

    /// <param name="sums">Memory for <see cref="Tile512.Floats"/>, aligned.</param>
    /// <param name="gates">Gates of the stage.</param>
    /// <param name="share">The rows and units of this thread.</param>
    /// <param name="units">Units of each gate.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TileLoop512(float* sums, int gates, in Share share, int units)
    {
        this.sums = sums;
        this.gates = gates;
        (first, last) = (share.First, share.Last);
        panel = TileShape.UnitVectors(gates) * Lanes;
        (left, end) = share.Units(units, panel);
        isTurned = share.IsTurned;
        Row = last;
        Tile512.Clear(sums);
    }

    /// <summary>The first row of the current tiles.</summary>
    public int Row { get; private set; }

    /// <summary>The rows of the current tiles.</summary>
    public int Rows { get; private set; }

    /// <summary>The first unit of the current tiles.</summary>
    public int Unit { get; private set; }

    /// <summary>The units of the current tiles, in whole vectors.</summary>
    public readonly int Units => vectors * Lanes;

    // The next panel; after the last panel the last again: the next step starts with it if steps alternate their order.
    private readonly int NextUnit =>
        left >= end ? Unit
        : isTurned ? (end - 1) & -panel
        : left;

    private static int Lanes => Vector512<float>.Count;

    /// <summary>The sums of a row: <see cref="Units"/> of gate 0, then those of gate 1, and so on.</summary>
    public readonly float* Sums(int row) => sums + row * Tile512.RowFloats;

    /// <summary>Computes the sums of the next tiles; false after the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(ReadOnlySpan<Segment> segments)
    {
        Row += Rows;
        if (Row >= last && (left >= end || first >= last))
            return false;
        Take(segments);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(ReadOnlySpan<Segment> segments)
    {
        if (Row >= last)
        {
            Row = first;
            TakePanel();
        }

        Rows = TileShape.NextTiles(last - Row, TileShape.Rows512(gates * vectors));
        Tile512.Sum(segments, Row, Rows, Unit, NextUnit, gates * vectors, sums);
    }

    // The units from left to end remain. The last panel of the gates may be narrower.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakePanel()
    {
        Unit = NextUnit;
        vectors = (Math.Min(panel, end - Unit) + Lanes - 1) / Lanes;
        if (isTurned)
            end = Unit;
        else
            left = Unit + panel;
    }
}
