namespace RnnDsl.Simd;

/// <summary>How many rows and vectors of sums a kernel keeps in registers.</summary>
internal static class TileShape
{
    /// <summary>Vectors in a row of a tile: the gates of one or more vectors of units.</summary>
    public const int Vectors = 4;

    /// <summary>The maximum number of rows of a tile.</summary>
    public const int MostRows512 = 6;

    /// <summary>The maximum number of rows of a tile.</summary>
    public const int MostRows256 = 6;

    /// <summary>The maximum number of rows of a tile.</summary>
    public const int MostRows128 = 2;

    /// <summary>The most tiles, stacked by rows, that run over a panel of weights together.</summary>
    public const int MostTiles = 11;

    /// <summary>
    /// Units whose adjoints are copied side by side for a gradient: whole tiles of 6, 3 or 2 rows, and whole vectors. It is the
    /// smallest multiple of both.
    /// </summary>
    public const int BlockUnits512 = 48;

    /// <summary>
    /// Units whose adjoints are copied side by side for a gradient. Together with a chunk's panel of an operand they stay in the L1
    /// cache, where 48 do not (measured: up to 6% less time with large gradients, small ones as before).
    /// </summary>
    public const int BlockUnits256 = 24;

    /// <summary>Units whose adjoints are copied side by side for a gradient.</summary>
    public const int BlockUnits128 = 24;

    /// <summary>
    /// The floats of a panel that tiles run over together before they continue with larger k: 128 KB, which stay in the L2 cache with
    /// the next block (measured with panels of 512 KB: 134 GFLOP/s, against 115 to 126 if each tile runs over all of k).
    /// </summary>
    private const int ChunkFloats = 1 << 15;

    /// <summary>Rows of a tile: with 32 registers 24 sums, 4 vectors of weights, 1 broadcast operand.</summary>
    public static int Rows512(int vectors) => MostRows512;

    /// <summary>
    /// Rows of a tile. With 16 registers there are 12 sums: 4 rows of 3 vectors, or 6 rows of 2, once for each half of a tile (measured:
    /// 64 to 71 GFLOP/s; 3 rows of 4 vectors 58 to 66).
    /// </summary>
    public static int Rows256(int vectors) => vectors == 3 ? 4 : MostRows256;

    /// <summary>Rows of a tile: 8 sums, because a product needs a separate register without fused multiply-add.</summary>
    public static int Rows128(int vectors) => MostRows128;

    /// <summary>Vectors of a tile whose sums are in registers at the same time.</summary>
    public static int AtOnce512(int rows, int vectors) => Vectors;

    /// <summary>Vectors of a tile whose sums are in registers at the same time.</summary>
    public static int AtOnce256(int rows, int vectors) =>
        rows <= 2 ? Vectors
        : rows <= 4 && vectors == 3 ? 3
        : 2;

    /// <summary>Vectors of a tile whose sums are in registers at the same time.</summary>
    public static int AtOnce128(int rows, int vectors) => Vectors;

    /// <summary>Vectors of units side by side in a tile: one with three or four gates, two with two, four with one.</summary>
    public static int UnitVectors(int gates) => Vectors / gates;

    /// <summary>The rows of the next tiles that run over a panel together, balanced over the remaining groups.</summary>
    /// <param name="left">The remaining rows, at least 1.</param>
    /// <param name="most">The maximum number of rows that a tile has.</param>
    public static int NextTiles(int left, int most)
    {
        var tiles = (left + most - 1) / most;
        var (rows, more) = Math.DivRem(left, tiles);
        tiles = NextRows(tiles, MostTiles);
        return tiles * rows + Math.Min(tiles, more);
    }

    /// <summary>The range of k for which tiles run over a panel together.</summary>
    /// <param name="left">The remaining range of k.</param>
    /// <param name="floats">Floats of the panel from one k to the next.</param>
    public static int NextDepth(int left, nint floats) => NextRows(left, ChunkFloats / (int)floats);

    /// <summary>
    /// The rows of the next tile, balanced over the remaining tiles: 8 rows are two tiles of 4, not one of 6 and one of 2, which would
    /// read the weights for few rows.
    /// </summary>
    /// <param name="left">The remaining rows, at least 1.</param>
    /// <param name="most">The maximum number of rows that a tile has.</param>
    public static int NextRows(int left, int most)
    {
        var tiles = (left + most - 1) / most;
        return (left + tiles - 1) / tiles;
    }
}
