using RnnDsl.Files;

namespace RnnDsl.Parameters;

/// <content>Some of the tensors of a file.</content>
internal static partial class SafeTensors
{
    /// <summary>Reads the numbers of some parameters, each row by row without padding, and checks everything.</summary>
    /// <param name="stream">The source, which can seek.</param>
    /// <param name="wanted">The parameters, with their names in the file.</param>
    /// <param name="from">The path below which the file has them; of one parameter its name.</param>
    /// <param name="isPath">Whether it is a path.</param>
    /// <param name="onlyShared">Whether those that only one side has are left out.</param>
    /// <exception cref="InvalidDataException">The file is malformed, or has not the parameters.</exception>
    public static IReadOnlyList<(ParameterInfo Item, float[] Numbers)> ReadPart(
        Stream stream,
        IReadOnlyList<(ParameterInfo Item, string Name)> wanted,
        string from,
        bool isPath,
        bool onlyShared
    )
    {
        var tensors = ReadHeader(stream, known: null).Tensors;
        var known = wanted.Select(static part => part.Name).ToHashSet(StringComparer.Ordinal);
        var there = tensors.Keys.Where(name => isPath ? name.StartsWith(from, StringComparison.Ordinal) : name == from);
        var missing = wanted.Where(part => !tensors.ContainsKey(part.Name)).Select(static part => part.Name).ToList();
        var others = there.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).ToList();
        if (missing.Count == wanted.Count || (!onlyShared && missing.Count + others.Count > 0))
        {
            var lacks = missing.Count > 0 ? $" It lacks {Quote.Paths(missing, missing.Count)}." : "";
            var has = others.Count > 0 ? $" The model has no {Quote.Paths(others, others.Count)}." : "";
            throw new InvalidDataException($"The file does not hold these parameters below '{from}'.{lacks}{has}");
        }

        var start = stream.Position;
        var total = Rest(stream)!.Value;
        var found = new List<(ParameterInfo, float[])>();
        foreach (var (item, name) in wanted.Where(part => tensors.ContainsKey(part.Name)))
        {
            SafeTensorsLayout.RequireShape(item, tensors[name]);
            SafeTensorsLayout.RequireRange(item, tensors[name], total);
            stream.Position = start + tensors[name].First;
            found.Add((item, ReadNumbers(stream, item, NumberBlocks.Block)));
        }

        return found;
    }
}
