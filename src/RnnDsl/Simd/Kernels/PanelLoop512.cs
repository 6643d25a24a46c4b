using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// Iterates over the weight panels of a one-row product with 512-bit vectors, from either end: two at once if both are
/// as wide as a tile, because one panel has too few independent sums to hide latency.
/// </summary>
internal ref struct PanelLoop512
{
    private readonly int gates;
    private readonly bool haveAllGates;
    private readonly bool isTurned;
    private int left;
    private int end;

    /// <param name="gates">Gates of the stage.</param>
    /// <param name="share">The row and the units of this thread.</param>
    /// <param name="units">Units of each gate.</param>
    /// <param name="segments">The operands and their weights.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PanelLoop512(int gates, in Share share, int units, ReadOnlySpan<Segment> segments)
    {
        this.gates = gates;
        Row = share.First;
        (left, end) = share.Units(units, Width);
        isTurned = share.IsTurned;
        haveAllGates = true;
        foreach (ref readonly var segment in segments)
            haveAllGates &= segment.Weights.Gates == gates;
    }

    /// <summary>The row.</summary>
    public int Row { get; }

    /// <summary>The first unit of the current panels.</summary>
    public int First { get; private set; }

    /// <summary>The unit after their last.</summary>
    public int Last { get; private set; }

    /// <summary>Whether there are two current panels.</summary>
    public bool IsPair { get; private set; }

    /// <summary>Units of each panel, in whole vectors.</summary>
    public readonly int Units => IsPair ? Width : Last - First;

    /// <summary>Whether each panel is as wide as a tile, and has weights of all gates for all operands.</summary>
    public readonly bool AreWhole => haveAllGates && (TileShape.UnitVectors(gates) == 1 || Units == Width);

    private static int Lanes => Vector512<float>.Count;

    private readonly int Width => TileShape.UnitVectors(gates) * Lanes;

    /// <summary>Advances to the next panels; false after the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next()
    {
        // The units from left to end remain. The last panel of the gates may be narrower, and is never one of a pair.
        if (left >= end)
            return false;
        if (isTurned)
        {
            Last = (end + Lanes - 1) & -Lanes;
            First = (end - 1) & -Width;
            IsPair = Last - First == Width && First > left;
            First -= IsPair ? Width : 0;
            end = First;
        }
        else
        {
            First = left;
            Last = Math.Min(First + 2 * Width, (end + Lanes - 1) & -Lanes);
            IsPair = Last - First == 2 * Width;
            Last = IsPair ? Last : Math.Min(First + Width, Last);
            left = Last;
        }

        return true;
    }
}
