using RnnDsl.Architecture;

// rooms [PROJECT] [ROOM]: prints the rooms from the ground up with the rooms that each uses; of one room, every use. Ends with 1 where a
// room uses one that comes after it.
var project = args.ElementAtOrDefault(0);
var room = args.ElementAtOrDefault(1);
var projects = ProjectRooms.All.Where(p => project is null || p.Name == project).ToList();
if (projects.Count == 0)
{
    Console.Error.WriteLine(
        $"'{project}' is no project; there are {string.Join(", ", ProjectRooms.All.Select(p => p.Name))}."
    );
    return 2;
}

var upward = 0;
foreach (var one in projects)
{
    var graph = one.Graph;
    upward += graph.Upward.Count() + graph.Homeless.Count;
    RoomPrinter.Print(one, graph, room, Console.Out);
}

return upward == 0 ? 0 : 1;
