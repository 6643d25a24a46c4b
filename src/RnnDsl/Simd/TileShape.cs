namespace RnnDsl.Simd;

/// <summary>How many rows and vectors of sums a kernel keeps in registers.</summary>
internal static class TileShape
{
    /// <summary>Vectors in a row of a tile: the gates of one or more vectors of units.</summary>
    public const int Vectors = 4;

    /// <summary>32 registers: 16 sums, 4 broadcast operands, 1 vector of weights; the JIT makes no good use of more.</summary>
    public const int Rows512 = 4;

    /// <summary>16 registers: 12 sums, 3 broadcast operands, 1 vector of weights.</summary>
    public const int Rows256 = 3;

    /// <summary>16 registers, and a product needs one of its own where there is no fused multiply-add: 8 sums.</summary>
    public const int Rows128 = 2;

    /// <summary>Vectors of units side by side in a tile: one with three or four gates, two with two, four with one.</summary>
    public static int UnitVectors(int gates) => Vectors / gates;
}
