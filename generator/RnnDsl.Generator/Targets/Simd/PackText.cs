using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>The C# of packed matrices.</summary>
internal static class PackText
{
    /// <summary>What they are, for a comment: <c>[rnn.Wxi rnn.Wxf], X to H</c>.</summary>
    public static string Of(PackSpec pack, IReadOnlyList<NamedType?> gates)
    {
        var names = Covered(pack, gates).Select(gate => gate is null ? "0" : gate.Name + (pack.Transposed ? "ᵀ" : ""));
        return $"[{string.Join(" ", names)}], {pack.Depth} to {pack.Units}";
    }

    /// <summary>Which gates of their stage have a matrix: <c>gates: 4</c>, or <c>gates: 1..3, of: 4</c>.</summary>
    public static string Gates(PackSpec pack)
    {
        var (first, end, count) = (pack.First, pack.End, pack.Gates.Count);
        return first == 0 && end == count
            ? $"gates: {CSharpText.Number(count)}"
            : $"gates: {CSharpText.Number(first)}..{CSharpText.Number(end)}, of: {CSharpText.Number(count)}";
    }

    /// <summary>The arguments that make and fill them.</summary>
    public static IReadOnlyList<string> Arguments(
        PackSpec pack,
        IReadOnlyList<NamedType?> gates,
        Func<Dim, string> size,
        Func<NamedType, string> slice
    ) =>
        [
            $"units: {size(pack.Units)}",
            $"depth: {size(pack.Depth)}",
            Gates(pack),
            $"transposed: {(pack.Transposed ? "true" : "false")}",
            .. Covered(pack, gates).Select(gate => gate is null ? "null" : slice(gate)),
        ];

    private static IEnumerable<NamedType?> Covered(PackSpec pack, IReadOnlyList<NamedType?> gates) =>
        gates.Skip(pack.First).Take(pack.End - pack.First);
}
