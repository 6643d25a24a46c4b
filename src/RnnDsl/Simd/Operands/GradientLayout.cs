using System.Diagnostics;

namespace RnnDsl.Simd;

/// <summary>
/// Finds the adjoints and operands that sums share, and this thread's units of each adjoint: a run of whole lines of 16. The run has the
/// same rows of the gradient in each sum, because several calls may add to one gradient and threads do not wait between them. The lines
/// have consecutive numbers, and those of each adjoint occur once; they are copied together.
/// </summary>
internal readonly ref struct GradientLayout
{
    private readonly Span<Place> places;

    /// <param name="sums">The sums.</param>
    /// <param name="places">Memory, one for each sum.</param>
    /// <param name="part">Which part of each adjoint's lines.</param>
    /// <param name="parts">The number of parts.</param>
    public GradientLayout(ReadOnlySpan<GradientSum> sums, Span<Place> places, int part, int parts)
    {
        this.places = places;
        for (var i = 0; i < sums.Length; i++)
        {
            var sum = sums[i];
            int adjoint = i,
                operand = i;
            for (var j = i - 1; j >= 0; j--)
            {
                Debug.Assert(!sums[j].HasGradientOf(sum), "A gradient occurs once.");
                if (sums[j].Adjoint == sum.Adjoint && sums[j].AdjointSlot == sum.AdjointSlot)
                    adjoint = j;
                if (sums[j].Operand == sum.Operand && sums[j].OperandSlot == sum.OperandSlot)
                    operand = j;
            }

            // An adjoint of all the elements of a matrix has as many units for each row as there are columns.
            var columns = sum.Operand is null ? sum.Gradient.Columns : 1;
            var rows = Padding.RoundUp(sum.Gradient.Rows) / Padding.Floats;
            var most = sum.Adjoint.Stride / Padding.Floats;
            var first = Math.Min(rows * part / parts * columns, most);
            var last = Math.Min(rows * (part + 1) / parts * columns, most);
            var unit = first * Padding.Floats;
            var end = Math.Min(last * Padding.Floats, sum.Adjoint.Width);
            places[i] = new Place(adjoint, operand, adjoint < i ? places[adjoint].Line : Lines, unit, end);
            if (adjoint == i)
                Lines += last - first;
        }
    }

    /// <summary>The number of lines of 16 units in all adjoints.</summary>
    public int Lines { get; }

    /// <summary>Whether this sum is the first with its adjoint.</summary>
    public bool IsFirstOfAdjoint(int sum) => places[sum].FirstOfAdjoint == sum;

    /// <summary>The first sum with the same operand.</summary>
    public int FirstOfOperand(int sum) => places[sum].FirstOfOperand;

    /// <summary>The line where this thread's units of a sum's adjoint begin, the first of these units, and the one after the last.</summary>
    public (int Line, int First, int End) UnitsOf(int sum) => (places[sum].Line, places[sum].First, places[sum].End);

    /// <summary>The layout entry of one sum.</summary>
    public readonly record struct Place(int FirstOfAdjoint, int FirstOfOperand, int Line, int First, int End);
}
