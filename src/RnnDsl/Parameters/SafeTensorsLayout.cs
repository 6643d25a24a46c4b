using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>Where the numbers of a model's parameters lie in a file.</summary>
internal static class SafeTensorsLayout
{
    /// <summary>The bytes of all numbers.</summary>
    public static long BytesOf(IReadOnlyList<ParameterInfo> items) => items.Sum(BytesOf);

    /// <summary>The bytes of a parameter's numbers.</summary>
    public static long BytesOf(ParameterInfo item) => (long)item.Length * sizeof(float);

    /// <summary>Checks that a file has exactly a model's parameters, and that their numbers cover it without a gap.</summary>
    /// <returns>The indices of the model's parameters, in the order in which the file stores them.</returns>
    /// <exception cref="InvalidDataException">The file does not match.</exception>
    public static int[] OrderOf(SafeTensorsHeader header, IReadOnlyList<ParameterInfo> items)
    {
        RequireNames(header, items);
        var total = BytesOf(items);
        foreach (var item in items)
        {
            RequireShape(item, header.Tensors[item.Name]);
            RequireRange(item, header.Tensors[item.Name], total);
        }

        var order = Enumerable.Range(0, items.Count).ToArray();
        Array.Sort(items.Select(item => header.Tensors[item.Name].First).ToArray(), order);
        var end = 0L;
        ParameterInfo? before = null;
        foreach (var i in order)
        {
            var first = header.Tensors[items[i].Name].First;
            if (first != end)
            {
                var behind = before is null ? "" : $", where '{before.Name}' ends";
                throw new InvalidDataException(
                    Invariant(
                        $"The numbers of parameter '{items[i].Name}' begin at byte {first}; expected byte {end}{behind}: "
                            + $"those of all parameters follow each other without a gap, and none has those of another."
                    )
                );
            }

            end += BytesOf(items[i]);
            before = items[i];
        }

        return order;
    }

    private static void RequireNames(SafeTensorsHeader header, IReadOnlyList<ParameterInfo> items)
    {
        var missing = items
            .Where(item => !header.Tensors.ContainsKey(item.Name))
            .Select(static item => item.Name)
            .ToList();
        if (missing.Count == 0 && header.UnknownCount == 0)
        {
            return;
        }

        var lacks = missing.Count > 0 ? $" It lacks {Quote.Paths(missing, missing.Count)}." : "";
        var has =
            header.UnknownCount > 0 ? $" The model has no {Quote.Paths(header.Unknown, header.UnknownCount)}." : "";
        throw new InvalidDataException($"The file holds the parameters of another model.{lacks}{has}");
    }

    /// <exception cref="InvalidDataException">The file has the parameter with another type or shape.</exception>
    public static void RequireShape(ParameterInfo item, TensorEntry tensor)
    {
        if (!string.Equals(tensor.Type, "F32", StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                $"Parameter '{item.Name}' is of type F32; the file has it as {Quote.Path(tensor.Type)}."
            );
        }

        if (!tensor.Fits(item))
        {
            throw new InvalidDataException($"Parameter '{item.Name}' is {item.Shape}; the file has {tensor.Shape}.");
        }
    }

    /// <exception cref="InvalidDataException">The numbers do not lie within the file.</exception>
    public static void RequireRange(ParameterInfo item, TensorEntry tensor, long total)
    {
        var bytes = BytesOf(item);
        if (tensor.First < 0 || tensor.First > total - bytes || tensor.Last != tensor.First + bytes)
        {
            throw new InvalidDataException(
                Invariant(
                    $"Parameter '{item.Name}' takes {bytes} of the file's {total} bytes of numbers; "
                        + $"its header says bytes {tensor.First} to {tensor.Last}."
                )
            );
        }
    }
}
