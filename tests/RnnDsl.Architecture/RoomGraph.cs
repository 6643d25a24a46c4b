namespace RnnDsl.Architecture;

/// <summary>The rooms of a project, and which room uses which.</summary>
/// <param name="Rooms">Their paths, in order: each may use those before it.</param>
/// <param name="Arrows">Every use of one room by another, in that order.</param>
/// <param name="Files">The files of each room.</param>
/// <param name="Homeless">Files that are in no room.</param>
public sealed record RoomGraph(
    IReadOnlyList<string> Rooms,
    IReadOnlyList<Arrow> Arrows,
    ILookup<string, string> Files,
    IReadOnlyList<string> Homeless
)
{
    /// <summary>Arrows to a room that comes later in the order. Without them there is no cycle.</summary>
    public IEnumerable<Arrow> Upward => Arrows.Where(arrow => PlaceOf(arrow.From) < PlaceOf(arrow.To));

    /// <summary>Reads the sources below a folder.</summary>
    /// <param name="folder">The folder of the project.</param>
    /// <param name="rooms">As in <see cref="ProjectRooms.Order"/>.</param>
    public static RoomGraph Read(string folder, IReadOnlyList<string> rooms)
    {
        var (files, uses) = SourceUses.Read(folder);
        var roomOf = files.ToDictionary(file => file, file => RoomOf(file, rooms), StringComparer.Ordinal);
        var arrows =
            from use in uses
            let user = roomOf[use.From]
            let used = roomOf[use.To]
            where user is not null && used is not null && user != used
            group use by (From: user, To: used) into pair
            select new Arrow(
                pair.Key.From,
                pair.Key.To,
                [.. pair.DistinctBy(use => (use.From, use.Name)).Select(use => $"{use.From}:{use.Line} {use.Name}")]
            );
        var order = rooms.Index().ToDictionary(room => room.Item, room => room.Index, StringComparer.Ordinal);
        return new RoomGraph(
            rooms,
            [.. arrows.OrderBy(arrow => order[arrow.From]).ThenBy(arrow => order[arrow.To])],
            files.Where(file => roomOf[file] is not null).ToLookup(file => roomOf[file]!, StringComparer.Ordinal),
            [.. files.Where(file => roomOf[file] is null)]
        );
    }

    private int PlaceOf(string room) => Rooms.Index().First(pair => pair.Item == room).Index;

    private static string? RoomOf(string file, IReadOnlyList<string> rooms) =>
        rooms
            .Where(room =>
                room.Length == 0 ? !file.Contains('/') : file.StartsWith(room + "/", StringComparison.Ordinal)
            )
            .MaxBy(room => room.Length);
}
