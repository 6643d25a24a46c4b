using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RnnDsl.Simd;

/// <summary>A part of a stage's sum over k: one operand times one packed matrix, or the sums of such a product.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Segment
{
    /// <summary>Not the first of any sums: the product is to be done.</summary>
    private const int NotDone = -1;

    // The operand's rows; of a product that is done, its sums, with the rows from one panel to the next as stride.
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

    /// <param name="weights">What the product was with.</param>
    /// <param name="sums">Its sums: [panels, rows, vectors of the panel].</param>
    /// <param name="panelRows">Rows from one panel to the next.</param>
    /// <param name="firstRow">Where row 0 lies among them.</param>
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

    /// <summary>Whether the product is done.</summary>
    internal bool IsDone => firstRow != NotDone;

    /// <summary>The same sums of a product that is done, with another row as row 0.</summary>
    internal Segment FromRow(int row) => new(this, row);

    /// <summary>The sums of a product that is done, of a panel's vectors side by side, row after row.</summary>
    internal float* Sums(int unit, int row, nint rowFloats) =>
        rows.Start + (nint)rows.Stride * Weights.PanelOffset(unit) + (firstRow + row) * rowFloats;
}
