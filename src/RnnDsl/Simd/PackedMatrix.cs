using System.Diagnostics;
using System.Runtime.CompilerServices;
using RnnDsl.Parameters;

namespace RnnDsl.Simd;

/// <summary>
/// The matrices of up to four gates, in the order in which a product reads them. Units are cut into panels as wide as a tile
/// of registers; a panel holds, for each k, the weights of its units and all their gates side by side. A gate that is never
/// packed stays zero.
/// </summary>
public sealed unsafe class PackedMatrix
{
    private readonly PinnedFloats memory;
    private readonly float* start;
    private readonly int lanes;
    private readonly int panelUnits;
    private readonly int paddedUnits;

    /// <summary>Makes room for the weights, all zero.</summary>
    /// <param name="units">Units of the output, of each gate.</param>
    /// <param name="depth">Elements of the operand.</param>
    /// <param name="gates">1 to 4.</param>
    public PackedMatrix(int units, int depth, int gates)
        : this(units, depth, gates, Width.Lanes) { }

    internal PackedMatrix(int units, int depth, int gates, int lanes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gates);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(gates, TileShape.Vectors);
        Units = units;
        Depth = depth;
        Gates = gates;
        this.lanes = lanes;
        panelUnits = TileShape.UnitVectors(gates) * lanes;
        paddedUnits = (units + lanes - 1) / lanes * lanes;
        memory = new PinnedFloats(checked(paddedUnits * gates * depth));
        start = memory.Pointer;
    }

    /// <summary>Units of the output, of each gate.</summary>
    public int Units { get; }

    /// <summary>Elements of the operand.</summary>
    public int Depth { get; }

    /// <summary>Gates side by side.</summary>
    public int Gates { get; }

    internal int Lanes => lanes;

    /// <summary>Packs the matrix of one gate.</summary>
    /// <param name="gate">0 to <see cref="Gates"/> - 1.</param>
    /// <param name="matrix">[Units, Depth], or [Depth, Units] if <paramref name="transposed"/>.</param>
    /// <param name="transposed">Whether the product is with the transpose of the matrix.</param>
    /// <exception cref="ArgumentException">The matrix has another shape.</exception>
    public void Pack(int gate, ParameterSlice matrix, bool transposed)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)gate, (uint)Gates, nameof(gate));
        var (rows, columns) = transposed ? (Depth, Units) : (Units, Depth);
        if (matrix.Rows != rows || matrix.Columns != columns)
        {
            throw new ArgumentException(
                $"The matrix has shape [{matrix.Rows}, {matrix.Columns}], expected [{rows}, {columns}].",
                nameof(matrix)
            );
        }

        var (unitStep, depthStep) = transposed ? (1, columns) : (columns, 1);
        for (var unit = 0; unit < Units; unit += lanes)
        {
            var inPanel = unit % panelUnits;
            var target = Panel(unit - inPanel, out var stride) + inPanel * Gates + gate * lanes;
            var source = matrix.Pointer + (nint)unit * unitStep;
            PackVector(target, stride, source, unitStep, depthStep, Math.Min(lanes, Units - unit));
        }
    }

    /// <summary>Sets the weights of all gates to zero.</summary>
    public void Clear() => memory.Span.Clear();

    /// <summary>The weights of the panel that begins at <paramref name="unit"/>, and the floats from one k to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float* Panel(int unit, out int stride)
    {
        Debug.Assert((uint)unit < (uint)Units && unit % panelUnits == 0, "No panel begins at this unit.");
        // The last panel may be narrower, and is packed as tightly.
        stride = Math.Min(panelUnits, paddedUnits - unit) * Gates;
        return start + (nint)unit * Gates * Depth;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackVector(float* target, int stride, float* source, int unitStep, int depthStep, int count)
    {
        for (var k = 0; k < Depth; k++, target += stride, source += depthStep)
        {
            for (var lane = 0; lane < count; lane++)
                target[lane] = source[(nint)lane * unitStep];
        }
    }
}
