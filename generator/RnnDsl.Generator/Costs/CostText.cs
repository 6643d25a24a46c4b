using System.Globalization;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Costs;

/// <summary>The costs of a program as lines for the header of a generated file.</summary>
public static class CostText
{
    /// <summary>What one example costs; with numbers where <paramref name="size"/> knows every dim's default.</summary>
    public static IEnumerable<string> Lines(Program program, Func<string, int?> size)
    {
        var costs = new ProgramCosts(program);
        var parts = new[]
        {
            ("Forward, each step", costs.ForwardStep),
            ("Forward, once", costs.ForwardOnce),
            ("Backward, each step", costs.BackwardStep),
            ("Backward, once", costs.BackwardOnce),
            ("Gradients, each step", costs.GradientStep),
            ("Gradients, once", costs.GradientOnce),
        };
        foreach (var (title, work) in parts.Where(part => !part.Item2.IsZero))
        {
            var dims = work.Products.Dims.Concat(work.Elements.Dims).Concat(work.Floats.Dims);
            var numbers =
                work.Flops(size) is { } flops && work.Bytes(size) is { } bytes
                    ? $" = {Number(flops)} flop, {Number(bytes)} bytes{At(dims, size)}"
                    : "";
            yield return $"{title}: {work}{numbers}";
        }

        if (!costs.KeptStep.IsZero)
        {
            yield return Memory("Memory of an example, each step", costs.KeptStep, size);
        }

        if (!costs.PackedWeights.IsZero)
        {
            yield return Memory("Packed weights, for all examples", costs.PackedWeights, size);
        }
    }

    private static string Memory(string title, DimPolynomial floats, Func<string, int?> size)
    {
        var numbers = floats.At(size) is { } count
            ? $" = {Number(sizeof(float) * count)} bytes{At(floats.Dims, size)}"
            : "";
        return $"{title}: {floats.Times(sizeof(float))} bytes{numbers}";
    }

    private static string At(IEnumerable<string> dims, Func<string, int?> size)
    {
        var known = dims.Distinct(StringComparer.Ordinal).Select(dim => $"{dim} = {Number(size(dim)!.Value)}").ToList();
        return known.Count == 0 ? "" : $" ({string.Join(", ", known)})";
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
