using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir;

/// <summary>Which random numbers an op of <see cref="OpKind.Noise"/> draws; the linker gives it one.</summary>
/// <param name="Rate">The share of the elements that are dropped, or kept.</param>
/// <param name="Site">Which of the program's noises it is, in the order in which the equations run.</param>
/// <param name="Before">The sizes of what stands before it, where a vector was taken apart.</param>
public sealed record Mask(double Rate, int Site, EquatableArray<Dim> Before)
{
    /// <summary>Of a rate of 1 nothing would be left to scale.</summary>
    public static bool IsRate(double rate) => rate is >= 0 and < 1;
}
