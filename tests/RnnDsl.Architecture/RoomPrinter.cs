namespace RnnDsl.Architecture;

/// <summary>Prints rooms and arrows as text.</summary>
internal static class RoomPrinter
{
    /// <param name="project">The project.</param>
    /// <param name="graph">Its rooms.</param>
    /// <param name="room">The room of which each use is listed; null for a line a room.</param>
    /// <param name="output">Where the text goes.</param>
    public static void Print(ProjectRooms project, RoomGraph graph, string? room, TextWriter output)
    {
        output.WriteLine($"{project.Folder}: room (files) -> rooms that it uses");
        foreach (var name in graph.Rooms.Where(name => room is null || Arrow.Shown(name) == room))
        {
            var arrows = graph.Arrows.Where(arrow => arrow.From == name).ToList();
            var used = string.Join(", ", arrows.Select(arrow => Arrow.Shown(arrow.To)));
            output.WriteLine($"  {Arrow.Shown(name)} ({graph.Files[name].Count()}) -> {used}");
            foreach (var arrow in room is null ? [] : arrows)
            {
                output.WriteLine($"    {Arrow.Shown(arrow.To)}");
                foreach (var use in arrow.Uses)
                {
                    output.WriteLine($"      {use}");
                }
            }
        }

        foreach (var arrow in graph.Upward)
        {
            output.WriteLine($"  UPWARD {arrow}");
        }

        foreach (var file in graph.Homeless)
        {
            output.WriteLine($"  IN NO ROOM {file}");
        }
    }
}
