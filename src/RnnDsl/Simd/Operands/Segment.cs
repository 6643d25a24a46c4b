using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RnnDsl.Simd;

/// <summary>A part of a stage's sum over k: one operand times one packed matrix, or the sums of such a product.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Segment
{
    /// <summary>An invalid offset of sums: the product is not computed yet.</summary>
    private const int NotDone = -1;

    // The operand's rows; for a computed product its sums, with the rows of a panel as stride.
    private readonly Rows rows;
    private readonly int firstRow;

    private Segment(in Segment segment, int row)
    {
        rows = segment.rows;
        firstRow = segment.firstRow + row;
        Weights = segment.Weights;
    }

    /// <param name="operand">A row for each example; the product reads its first <see cref="PackedMatrix.Depth"/> elements.</param>
    /// <param name="weights">The matrices of the segment's gates.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Segment(Rows operand, PackedMatrix weights)
    {
        rows = operand;
        firstRow = NotDone;
        Weights = weights;
    }

    /// <param name="weights">The matrices of the product.</param>
    /// <param name="sums">The sums of the product: [panels, rows, vectors of the panel].</param>
    /// <param name="panelRows">Rows from one panel to the next.</param>
    /// <param name="firstRow">The index of row 0.</param>
    internal Segment(PackedMatrix weights, float* sums, int panelRows, int firstRow)
    {
        rows = new Rows(sums, panelRows, panelRows, weights.OutputFloats);
        this.firstRow = firstRow;
        Weights = weights;
    }

    /// <summary>A row for each example.</summary>
    public Rows Operand => IsDone ? default : rows;

    /// <summary>The matrices of the segment's gates.</summary>
    public PackedMatrix Weights { get; }

    /// <summary>Whether the product is already computed.</summary>
    internal bool IsDone => firstRow != NotDone;

    /// <summary>The same computed sums, with another row as row 0.</summary>
    internal Segment FromRow(int row) => new(this, row);

    /// <summary>The computed sums of a panel's vectors, row by row.</summary>
    internal float* Sums(int unit, int row, nint rowFloats) =>
        rows.Start + (nint)rows.Stride * Weights.PanelOffset(unit) + (firstRow + row) * rowFloats;
}
