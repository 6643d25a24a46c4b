using System.Diagnostics;

namespace RnnDsl.Simd;

/// <summary>
/// How the rows of the batch over all steps lie in two buffers: as one run if the buffers hold exactly these rows, else as
/// one run for each step. Their order is the same: step after step, and in each step row after row.
/// </summary>
internal readonly struct GradientRows
{
    public GradientRows(RowBuffer adjoint, RowBuffer operand, int rows, int steps)
    {
        Debug.Assert(
            rows <= adjoint.RowCount && rows <= operand.RowCount,
            "The buffers hold fewer rows than the batch."
        );
        var isOneRun = steps == 1 || (IsDense(adjoint, rows) && IsDense(operand, rows));
        Count = isOneRun ? 1 : steps;
        Length = isOneRun ? rows * steps : rows;
    }

    /// <summary>How many runs.</summary>
    public int Count { get; }

    /// <summary>Rows of a run.</summary>
    public int Length { get; }

    private static bool IsDense(RowBuffer buffer, int rows) =>
        buffer.RowCount == rows && buffer.Kind is (BufferSlots.Steps or BufferSlots.States);
}
