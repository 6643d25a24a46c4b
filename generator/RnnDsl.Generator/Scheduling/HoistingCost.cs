using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Scheduling;

/// <summary>
/// Decides where a product of a sequence runs: as one more part of the step's sum over k, which costs no memory traffic, or
/// before the loop, where all steps share one pass over the weights.
/// </summary>
internal sealed class HoistingCost(ScheduleOptions options, ICollection<string> notes)
{
    /// <summary>Whether a product with an operand of that type is worth a pass of its own before the loop.</summary>
    public bool IsHoisted(TensorType operand) => Size(operand) is not { } size || size > options.FusedDepth;

    /// <summary>Writes the choice for some products of one operand down, for the header.</summary>
    public void Note(IEnumerable<string> products, TensorType operand, bool hoisted)
    {
        var size = Size(operand) is { } known
            ? FormattableString.Invariant($"{operand.Dims[0]} is {known}")
            : $"{operand.Dims[0]} can be large";
        var choice = hoisted ? "before the loop, for all steps at once" : "a part of each step's sum over k";
        notes.Add($"{string.Join(", ", products)}: {choice} ({size})");
    }

    private int? Size(TensorType operand) =>
        operand.Dims[0] switch
        {
            FixedDim known => known.Size,
            NamedDim named when options.Sizes.TryGetValue(named.Name, out var size) => size,
            _ => null,
        };
}
