namespace RnnDsl.Parameters;

/// <content>Parts of a file: an encoder that was trained in another model.</content>
public sealed partial class ParameterStore
{
    /// <summary>
    /// Reads the parameters of a file that lie below one path into those that lie below another: those of an encoder into a larger model. All
    /// other parameters stay as they are. On an error all do.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="from">
    /// Where they are in the file: a path with a dot at its end, <c>encoder.</c>, the name of one parameter, or an empty text for the whole
    /// file.
    /// </param>
    /// <param name="to">Where they go in this model, in the same way; an empty text for the whole model.</param>
    /// <param name="onlyShared">Whether parameters that only one side has are left out; otherwise they are an error.</param>
    /// <returns>The names of this model's parameters that were read.</returns>
    /// <exception cref="ArgumentException">The model has no parameter there, or one of both is a name and the other a path.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is malformed, lacks some of the parameters or has others there, or has one of another shape, or with a number that is not
    /// finite.
    /// </exception>
    public IReadOnlyList<string> LoadPart(string path, string from, string to, bool onlyShared = false)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (IsPath(from) != IsPath(to))
        {
            throw new ArgumentException(
                $"'{from}' and '{to}' are a name and a path: a path ends with a dot, or is empty.",
                nameof(to)
            );
        }

        var wanted = (to.Length == 0 ? items : Matching(to))
            .Select(item => (Item: item, Name: from + item.Name[to.Length..]))
            .ToList();
        var found = Read(path, stream => SafeTensors.ReadPart(stream, wanted, from, IsPath(from), onlyShared));
        using var write = BeginWrite();
        foreach (var (item, numbers) in found)
        {
            Write(item, numbers);
        }

        return [.. found.Select(static part => part.Item.Name)];
    }

    private static bool IsPath(string name) => name.Length == 0 || name.EndsWith('.');
}
