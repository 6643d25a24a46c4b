using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using RnnDsl.Parameters;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Simd;

/// <summary>
/// The matrices that multiply one operand for some of a stage's gates, in the order in which a product reads them. Units are cut
/// into panels as wide as a tile of registers; a panel holds, for each k, the weights of each gate's units side by side.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class PackedMatrix
{
    private readonly PinnedFloats memory;
    private readonly float* start;
    private readonly int lanes;
    private readonly int panelUnits;
    private readonly int paddedUnits;

    /// <summary>Allocates the weights of a stage's gates, all zero.</summary>
    /// <param name="units">Units of the output, of each gate.</param>
    /// <param name="depth">Elements of the operand.</param>
    /// <param name="gates">The stage's gates, 1 to 4.</param>
    public PackedMatrix(int units, int depth, int gates)
        : this(units, depth, 0..gates, gates) { }

    /// <summary>Allocates the weights of some of a stage's gates, all zero; the others take nothing from the operand.</summary>
    /// <param name="units">Units of the output, of each gate.</param>
    /// <param name="depth">Elements of the operand.</param>
    /// <param name="gates">The gates that take something from the operand; they follow each other.</param>
    /// <param name="of">The stage's gates, 1 to 4.</param>
    public PackedMatrix(int units, int depth, Range gates, int of)
        : this(units, depth, gates, of, Width.Lanes) { }

    internal PackedMatrix(int units, int depth, Range gates, int of, int lanes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(of);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(of, TileShape.Vectors);
        (FirstGate, Gates) = gates.GetOffsetAndLength(of);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Gates, nameof(gates));
        Units = units;
        Depth = depth;
        StageGates = of;
        this.lanes = lanes;
        panelUnits = TileShape.UnitVectors(of) * lanes;
        paddedUnits = (units + lanes - 1) / lanes * lanes;
        memory = new PinnedFloats(checked(paddedUnits * Gates * depth));
        start = memory.Pointer;
    }

    /// <summary>Units of the output, of each gate.</summary>
    public int Units { get; }

    /// <summary>Elements of the operand.</summary>
    public int Depth { get; }

    /// <summary>The first gate that has weights.</summary>
    public int FirstGate { get; }

    /// <summary>Gates that have weights.</summary>
    public int Gates { get; }

    /// <summary>Gates of the stage.</summary>
    public int StageGates { get; }

    internal int Lanes => lanes;

    /// <summary>Units of a panel; the last may have fewer.</summary>
    internal int PanelUnits => panelUnits;

    /// <summary>The floats in a row of the output, over all gates that have weights.</summary>
    internal int OutputFloats => paddedUnits * Gates;

    /// <summary>Packs the matrix of one gate.</summary>
    /// <param name="gate">The stage's gate, from <see cref="FirstGate"/> on.</param>
    /// <param name="matrix">[Units, Depth], or [Depth, Units] if <paramref name="transposed"/>.</param>
    /// <param name="transposed">Whether the product is with the transpose of the matrix.</param>
    /// <exception cref="ArgumentException">The matrix has another shape.</exception>
    public void Pack(int gate, ParameterSlice matrix, bool transposed)
    {
        gate -= FirstGate;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)gate, (uint)Gates, nameof(gate));
        var (rows, columns) = transposed ? (Depth, Units) : (Units, Depth);
        if (matrix.Rows != rows || matrix.Columns != columns)
        {
            throw new ArgumentException(
                Invariant($"The matrix has shape [{matrix.Rows}, {matrix.Columns}], expected [{rows}, {columns}]."),
                nameof(matrix)
            );
        }

        var (unitStep, depthStep) = transposed ? (1, matrix.Stride) : (matrix.Stride, 1);
        for (var unit = 0; unit < Units; unit += lanes)
        {
            var inPanel = unit % panelUnits;
            var panel = Panel(unit - inPanel, out var stride);
            var target = panel + gate * (stride / Gates) + inPanel;
            var source = matrix.Pointer + (nint)unit * unitStep;
            var count = Math.Min(lanes, Units - unit);
            if (transposed)
                Copy(target, stride, source, depthStep, count);
            else
                Transpose(target, stride, source, unitStep, count);
        }
    }

    /// <summary>Sets the weights of all gates to zero.</summary>
    public void Clear() => memory.Span.Clear();

    /// <summary>The weights of the panel that begins at <paramref name="unit"/>, and the floats from one k to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float* Panel(int unit, out int stride)
    {
        Debug.Assert((uint)unit < (uint)Units && unit % panelUnits == 0, "No panel begins at this unit.");
        // The last panel may be narrower; it is packed without padding.
        stride = Math.Min(panelUnits, paddedUnits - unit) * Gates;
        return start + (nint)PanelOffset(unit) * Depth;
    }

    /// <summary>Whether both matrices have weights for the same gates of a stage.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool HasGatesOf(PackedMatrix other) => Gates == other.Gates && FirstGate == other.FirstGate;

    /// <summary>The offset of these gates' sums in a row of a tile, which holds the sums of all gates of the stage.</summary>
    /// <param name="stride">The floats of a panel, as <see cref="Panel"/> gives them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int TileOffset(int stride) => FirstGate == 0 ? 0 : stride / Gates * FirstGate;

    /// <summary>Floats of a row's output before the panel that begins at <paramref name="unit"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int PanelOffset(int unit) => unit * Gates;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(float* target, int stride, float* source, int depthStep, int count)
    {
        for (var k = 0; k < Depth; k++, target += stride, source += depthStep)
            new Span<float>(source, count).CopyTo(new Span<float>(target, count));
    }

    // In blocks, so that each cache line of the source is read completely while the lines of the target stay in the cache.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transpose(float* target, int stride, float* source, int unitStep, int count)
    {
        for (var block = 0; block < Depth; block += Padding.Floats)
        {
            var end = Math.Min(block + Padding.Floats, Depth);
            for (var lane = 0; lane < count; lane++)
            {
                var from = source + (nint)lane * unitStep;
                var to = target + (nint)block * stride + lane;
                for (var k = block; k < end; k++, to += stride)
                    *to = from[k];
            }
        }
    }
}
