using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace RnnDsl.Simd;

/// <summary>
/// Units of an adjoint, copied together for a chunk of rows: block after block of units, and in each block row after row.
/// </summary>
internal readonly unsafe struct GradientBlocks
{
    /// <summary>
    /// The rows of a chunk. With more, a tile loads and stores its sums less often; with fewer, a panel of an operand
    /// stays in the L1 cache (measured: 64 take 5 to 11% longer than 128, and 192 or 256 up to 5%).
    /// </summary>
    public const int Rows = 128;

    private readonly float* memory;
    private readonly int lanes;
    private readonly int block;
    private readonly int first;
    private readonly int end;

    /// <param name="memory">The memory for the copies of a run of lines, <see cref="Rows"/> times their floats.</param>
    /// <param name="lanes">Floats of a vector.</param>
    /// <param name="block">Units of a block, unless the adjoint ends before, in whole vectors.</param>
    /// <param name="firstLine">The first line of the run.</param>
    /// <param name="lastLine">The line after the last.</param>
    /// <param name="units">The line where the adjoint's units begin, the first of them, and the one after the last.</param>
    public GradientBlocks(
        float* memory,
        int lanes,
        int block,
        int firstLine,
        int lastLine,
        (int Line, int First, int End) units
    )
    {
        Debug.Assert(block % lanes == 0, "A block has whole vectors.");
        (this.lanes, this.block) = (lanes, block);
        var from = Math.Max(firstLine, units.Line);
        this.memory = memory + (nint)(from - firstLine) * Padding.Floats * Rows;
        first = units.First + (from - units.Line) * Padding.Floats;
        end = Math.Min(units.First + (lastLine - units.Line) * Padding.Floats, units.End);
    }

    /// <summary>The first unit of the adjoint in the run.</summary>
    public int First => first;

    /// <summary>The unit after the last in the run; not above <see cref="First"/> if there is none.</summary>
    public int Last => end;

    /// <summary>The block that begins with a unit.</summary>
    /// <param name="unit">The first unit of the block.</param>
    /// <param name="last">The unit after the block's last.</param>
    /// <param name="stride">Floats from one row to the next: the units, in whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(int unit, out int last, out int stride)
    {
        last = Math.Min(unit + block, end);
        stride = (last - unit + lanes - 1) & -lanes;
        return memory + (nint)(unit - first) * Rows;
    }
}
