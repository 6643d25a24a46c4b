namespace RnnDsl.Attacks.Threads;

/// <summary>A net with its sizes, and the lengths of a batch.</summary>
/// <param name="Net">The name of the net.</param>
/// <param name="Features">Numbers of a step, or symbols of a vocabulary: operands deeper than a few vectors among them.</param>
/// <param name="Units">Units of its cells.</param>
/// <param name="Lengths">Steps of each example.</param>
internal sealed record RaggedShape(string Net, int Features, int Units, int[] Lengths)
{
    /// <summary>Draws one.</summary>
    public static RaggedShape Of(Random random, string[] names)
    {
        // Long sequences of wide nets take seconds a turn; what is long is narrow, and the other way round.
        var size = random.Next(3);
        var units = size == 0 ? random.Next(129, 257) : random.Next(17, size == 1 ? 129 : 49);
        var longest =
            size == 0 ? 30
            : size == 1 ? 80
            : 200;
        var rows = random.Next(6, size == 0 ? 25 : 65);
        return new(
            names[random.Next(names.Length)],
            random.Next(17, 65),
            units,
            [.. Enumerable.Range(0, rows).Select(_ => random.Next(5, longest + 1))]
        );
    }

    public override string ToString() =>
        $"net {Net}, {Features} features, {Units} units, lengths {string.Join(" ", Lengths)}";
}
