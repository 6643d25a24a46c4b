namespace RnnDsl.Generator.Text;

/// <summary>The names that properties of a generated record struct cannot have.</summary>
public static class RecordNames
{
    // The members of each record struct and of each object.
    private static readonly string[] OfRecords =
    [
        "Clone",
        "Deconstruct",
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "PrintMembers",
        "ReferenceEquals",
        "ToString",
    ];

    /// <summary>The reserved names in a record with a name: a member cannot have the name of its type.</summary>
    public static IEnumerable<string> Taken(string record) => OfRecords.Append(record);

    /// <summary>
    /// The properties of a record: the requested names, with a number where a clash was already reported, so that no other error
    /// follows.
    /// </summary>
    public static IReadOnlyList<string> Distinct(string record, IEnumerable<string> wanted)
    {
        var names = new UniqueNames(Taken(record));
        return wanted.Select(names.Take).ToList();
    }
}
