using System.Diagnostics;

namespace RnnDsl.Simd;

/// <summary>
/// What some sums share. The units of all adjoints are numbered through, in lines of 16, each adjoint once: lines are what
/// threads share out, and what is copied together.
/// </summary>
internal readonly ref struct GradientLayout
{
    private readonly Span<Place> places;

    /// <param name="sums">The sums.</param>
    /// <param name="places">Memory, one for each sum.</param>
    public GradientLayout(ReadOnlySpan<GradientSum> sums, Span<Place> places)
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

            places[i] = new Place(adjoint, operand, adjoint < i ? places[adjoint].Line : Lines);
            if (adjoint == i)
                Lines += sum.Adjoint.Stride / Padding.Floats;
        }
    }

    /// <summary>How many lines of 16 units all adjoints have together.</summary>
    public int Lines { get; }

    /// <summary>Whether no sum before this one has its adjoint.</summary>
    public bool IsFirstOfAdjoint(int sum) => places[sum].FirstOfAdjoint == sum;

    /// <summary>The first sum with the operand of this one.</summary>
    public int FirstOfOperand(int sum) => places[sum].FirstOfOperand;

    /// <summary>The line where the adjoint of a sum begins.</summary>
    public int LineOf(int sum) => places[sum].Line;

    /// <summary>The place of one sum among the others.</summary>
    public readonly record struct Place(int FirstOfAdjoint, int FirstOfOperand, int Line);
}
