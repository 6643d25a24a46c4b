namespace RnnDsl.Generator.Text;

/// <summary>The names that properties of a generated record struct cannot have.</summary>
public static class RecordNames
{
    // What C# writes into each record struct, and what each object has.
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

    /// <summary>The names that are taken in a record of a name: a member is not called as its type.</summary>
    public static IEnumerable<string> Taken(string record) => OfRecords.Append(record);

    /// <summary>
    /// The properties of a record: as they are wanted, or with a number where the user has been told of a clash, so that no other error
    /// follows.
    /// </summary>
    public static IReadOnlyList<string> Distinct(string record, IEnumerable<string> wanted)
    {
        var names = new UniqueNames(Taken(record));
        return wanted.Select(names.Take).ToList();
    }
}
