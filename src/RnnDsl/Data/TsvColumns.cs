namespace RnnDsl.Data;

/// <summary>The columns that a caller selects from a file; all records share one instance.</summary>
internal sealed class TsvColumns
{
    private readonly string[] names;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">No column is named, or one twice.</exception>
    public TsvColumns(IReadOnlyList<string> columns)
    {
        names = [.. ColumnNames.Require(columns)];
        for (var i = 0; i < names.Length; i++)
        {
            places.Add(names[i], i);
        }
    }

    /// <summary>The names, as the caller ordered them.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The place of a column.</summary>
    public bool TryFind(string name, out int place) => places.TryGetValue(name, out place);
}
