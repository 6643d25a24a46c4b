using System.ComponentModel;
using RnnDsl.Simd.Kernels;

namespace RnnDsl.Simd;

/// <summary>
/// The gradients of parameters. All sums over the same rows and steps are computed together, so that a shared adjoint or
/// operand is read from memory once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientSums
{
    /// <summary>
    /// Adds each sum to its gradient, each element over the steps in order, and in a step over the rows in order: the bits
    /// depend neither on how the work is split nor on the vector width.
    /// </summary>
    /// <param name="sums">The sums. Each gradient occurs once, because the order between two sums is not defined.</param>
    /// <param name="lengths">The steps of each row to sum over.</param>
    /// <param name="part">Which part of the elements to compute, 0 to <paramref name="parts"/> - 1.</param>
    /// <param name="parts">The number of parts.</param>
    public static void Accumulate(ReadOnlySpan<GradientSum> sums, Lengths lengths, int part, int parts)
    {
        var layout = new GradientLayout(sums, stackalloc GradientLayout.Place[sums.Length], part, parts);
        if (Width.Is512)
            GradientSums512.Accumulate(sums, layout, lengths);
        else if (Width.Is256)
            GradientSums256.Accumulate(sums, layout, lengths);
        else
            GradientSums128.Accumulate(sums, layout, lengths);
    }
}
