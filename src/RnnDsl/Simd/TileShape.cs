namespace RnnDsl.Simd;

/// <summary>How many rows and vectors of sums a kernel keeps in registers.</summary>
internal static class TileShape
{
    /// <summary>Vectors in a row of a tile: the gates of one or more vectors of units.</summary>
    public const int Vectors = 4;

    /// <summary>32 registers: 24 sums, 4 vectors of weights, 1 broadcast operand.</summary>
    public const int Rows512 = 6;

    /// <summary>16 registers: 12 sums, 3 broadcast operands, 1 vector of weights.</summary>
    public const int Rows256 = 3;

    /// <summary>16 registers, and a product needs one of its own where there is no fused multiply-add: 8 sums.</summary>
    public const int Rows128 = 2;

    /// <summary>Vectors of units side by side in a tile: one with three or four gates, two with two, four with one.</summary>
    public static int UnitVectors(int gates) => Vectors / gates;

    /// <summary>
    /// The rows of the next tile, so that tiles come out even: 8 rows are two tiles of 4, not one of 6 and one of 2, which would
    /// read the weights for little.
    /// </summary>
    /// <param name="left">Rows that are left, at least 1.</param>
    /// <param name="most">The most rows that a tile has.</param>
    public static int NextRows(int left, int most)
    {
        var tiles = (left + most - 1) / most;
        return (left + tiles - 1) / tiles;
    }
}
