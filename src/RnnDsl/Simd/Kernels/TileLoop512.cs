using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// Goes through the tiles of a product with 512-bit vectors: panel after panel of the weights, from either end, and for each all
/// rows. The lines of tiles are rows of the batch; or, where there is one row only, the same row for two panels.
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
    private int unit;
    private int row;
    private int vectors;
    private bool isPair;

    /// <param name="sums">Room for <see cref="Tile512.Floats"/>, aligned.</param>
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
        row = last;
        Tile512.Clear(sums);
    }

    /// <summary>Lines of the tiles that go together.</summary>
    public int Lines { get; private set; }

    /// <summary>Units of a line, in whole vectors.</summary>
    public readonly int Units => vectors * Lanes;

    // After the last panel, it: what comes in the next step is not known here, but is the same panel where steps take turns.
    private readonly int NextUnit =>
        left >= end ? unit
        : isTurned ? end - 1 - (end - 1 - left) % panel
        : left;

    private static int Lanes => Vector512<float>.Count;

    /// <summary>The row of a line.</summary>
    public readonly int Row(int line) => isPair ? row : row + line;

    /// <summary>The first unit of a line.</summary>
    public readonly int Unit(int line) => isPair ? unit + line * panel : unit;

    /// <summary>The sums of a line: <see cref="Units"/> of gate 0, then those of gate 1, and so on.</summary>
    public readonly float* Sums(int line) => sums + line * Tile512.RowFloats;

    /// <summary>Computes the sums of the next tiles; false after the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(ReadOnlySpan<Segment> segments)
    {
        row += isPair ? 1 : Lines;
        if (row >= last && (left >= end || first >= last))
            return false;
        Take(segments);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(ReadOnlySpan<Segment> segments)
    {
        if (row >= last)
        {
            row = first;
            TakePanel();
        }

        if (last - first == 1)
        {
            Lines = isPair ? 2 : 1;
            Tile512.SumRow(segments, row, unit, Lines, gates * vectors, sums);
        }
        else
        {
            Lines = TileShape.NextTiles(last - row, TileShape.Rows512(gates * vectors));
            Tile512.Sum(segments, row, Lines, unit, NextUnit, gates * vectors, sums);
        }
    }

    // Units from left to end are left. The last panel of the gates may be narrower, and has no other beside it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakePanel()
    {
        unit = NextUnit;
        vectors = (Math.Min(panel, end - unit) + Lanes - 1) / Lanes;
        isPair = last - first == 1 && vectors * Lanes == panel;
        if (isTurned)
        {
            isPair &= unit > left;
            unit -= isPair ? panel : 0;
            end = unit;
        }
        else
        {
            isPair &= unit + 2 * panel <= end + Lanes - 1;
            left = unit + (isPair ? 2 * panel : panel);
        }
    }
}
