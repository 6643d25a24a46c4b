using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Loops;

/// <summary>
/// Decides where a product of a sequence may run: as one more part of each step's sum over k, which costs no memory traffic, or,
/// where a batch has few rows, ahead of the steps, several of which then share one pass over the weights.
/// </summary>
internal sealed class HoistingCost(ScheduleOptions options, ICollection<string> notes)
{
    /// <summary>Whether hoisting a product with an operand of that size out of the loop pays off for batches of few rows.</summary>
    public static bool IsWorthwhile(Dim operand, ScheduleOptions options) =>
        Size(operand, options) is not { } size || size > options.Target.FusedDepth;

    /// <summary>Records the choice for products of one operand, for the header.</summary>
    public void Note(IEnumerable<string> products, TensorType operand)
    {
        var dim = operand.Dims[0];
        var reason = Size(dim, options) is { } known ? FormattableString.Invariant($" ({dim} is {known})") : "";
        var choice = IsWorthwhile(dim, options)
            ? "a part of each step's sum over k; ahead of the steps, for many at once, if the batch has few rows"
            : "a part of each step's sum over k";
        notes.Add($"{string.Join(", ", products)}: {choice}{reason}");
    }

    private static int? Size(Dim dim, ScheduleOptions options) =>
        dim switch
        {
            FixedDim known => known.Size,
            NamedDim named when options.Sizes.TryGetValue(named.Name, out var size) => size,
            _ => null,
        };
}
