using System.Diagnostics;

namespace RnnDsl.Simd;

/// <summary>
/// What some sums share, and which units of each adjoint are this thread's: a run of whole lines of 16, the same for all gradients
/// of that many units, because sums of one gradient may come one call after the other. These lines are numbered through, those
/// of each adjoint once: they are what is copied together.
/// </summary>
internal readonly ref struct GradientLayout
{
    private readonly Span<Place> places;

    /// <param name="sums">The sums.</param>
    /// <param name="places">Memory, one for each sum.</param>
    /// <param name="part">Which part of each adjoint's lines.</param>
    /// <param name="parts">How many parts there are.</param>
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

            var lines = sum.Adjoint.Stride / Padding.Floats;
            var (first, last) = (lines * part / parts, lines * (part + 1) / parts);
            var unit = first * Padding.Floats;
            var end = Math.Min(last * Padding.Floats, sum.Adjoint.Width);
            places[i] = new Place(adjoint, operand, adjoint < i ? places[adjoint].Line : Lines, unit, end);
            if (adjoint == i)
                Lines += last - first;
        }
    }

    /// <summary>How many lines of 16 units there are of all adjoints together.</summary>
    public int Lines { get; }

    /// <summary>Whether no sum before this one has its adjoint.</summary>
    public bool IsFirstOfAdjoint(int sum) => places[sum].FirstOfAdjoint == sum;

    /// <summary>The first sum with the operand of this one.</summary>
    public int FirstOfOperand(int sum) => places[sum].FirstOfOperand;

    /// <summary>The line where this thread's units of a sum's adjoint begin, the first of these units, and the one after the last.</summary>
    public (int Line, int First, int End) UnitsOf(int sum) => (places[sum].Line, places[sum].First, places[sum].End);

    /// <summary>The place of one sum among the others.</summary>
    public readonly record struct Place(int FirstOfAdjoint, int FirstOfOperand, int Line, int First, int End);
}
