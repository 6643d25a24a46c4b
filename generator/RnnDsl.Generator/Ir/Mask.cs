using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir;

/// <summary>The random numbers that an op of <see cref="OpKind.Noise"/> draws. The linker assigns it.</summary>
/// <param name="Rate">The share of the elements that are dropped, or kept.</param>
/// <param name="Site">The number of this noise in the program, in the order in which the equations run.</param>
/// <param name="Before">Where a vector was split: the sizes of the parts before this one.</param>
public sealed record Mask(double Rate, int Site, EquatableArray<Dim> Before)
{
    /// <summary>Whether a rate is valid. At a rate of 1 no element would be left to scale.</summary>
    public static bool IsRate(double rate) => rate is >= 0 and < 1;
}
