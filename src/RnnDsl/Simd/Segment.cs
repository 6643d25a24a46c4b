namespace RnnDsl.Simd;

/// <summary>A part of a stage's sum over k: one operand times one packed matrix, or the sums of such a product.</summary>
public readonly unsafe struct Segment
{
    private readonly float* sums;
    private readonly nint panelRows;
    private readonly int firstRow;

    /// <param name="operand">A row for each example; the product reads its first <see cref="PackedMatrix.Depth"/> elements.</param>
    /// <param name="weights">The matrices of the segment's gates.</param>
    public Segment(Rows operand, PackedMatrix weights)
    {
        Operand = operand;
        Weights = weights;
    }

    /// <param name="weights">What the product was with.</param>
    /// <param name="sums">Its sums: [panels, rows, vectors of the panel].</param>
    /// <param name="panelRows">Rows from one panel to the next.</param>
    /// <param name="firstRow">Where row 0 lies among them.</param>
    internal Segment(PackedMatrix weights, float* sums, int panelRows, int firstRow)
    {
        Weights = weights;
        this.sums = sums;
        this.panelRows = panelRows;
        this.firstRow = firstRow;
    }

    /// <summary>A row for each example.</summary>
    public Rows Operand { get; }

    /// <summary>The matrices of the segment's gates.</summary>
    public PackedMatrix Weights { get; }

    /// <summary>Whether the product is done.</summary>
    internal bool IsDone => sums != null;

    /// <summary>The sums of a product that is done, of a panel's vectors side by side, row after row.</summary>
    internal float* Sums(int unit, int row, nint rowFloats) =>
        sums + panelRows * Weights.PanelOffset(unit) + (firstRow + row) * rowFloats;
}
