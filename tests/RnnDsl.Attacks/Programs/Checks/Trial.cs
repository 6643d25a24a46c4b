using System.Globalization;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>The numbers that a net is tried with.</summary>
/// <param name="Sizes">Of the dims, by the names of the constructor's arguments.</param>
/// <param name="Lengths">Steps of each example.</param>
/// <param name="Seed">Makes the parameters and the data.</param>
internal sealed record Trial(IReadOnlyDictionary<string, int> Sizes, IReadOnlyList<int> Lengths, int Seed)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"sizes {string.Join(", ", Sizes.Select(size => $"{size.Key}: {size.Value}"))}; "
                + $"lengths {string.Join(' ', Lengths)}; data seed {Seed}"
        );
}
