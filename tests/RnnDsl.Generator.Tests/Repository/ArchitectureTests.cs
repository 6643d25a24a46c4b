using RnnDsl.Architecture;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>
/// The folders are the architecture: each room uses rooms before it in <see cref="ProjectRooms.Order"/> and no other, so that there
/// is no circle. <c>dotnet run --project tests/RnnDsl.Architecture</c> prints the rooms and their arrows.
/// </summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string> Projects => [.. ProjectRooms.All.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_room_uses_rooms_before_it_only(string name)
    {
        var graph = ProjectRooms.All.Single(project => project.Name == name).Graph;

        Assert.Empty(graph.Upward.Select(arrow => arrow.ToString()));
        Assert.Empty(graph.Homeless);
        Assert.All(graph.Rooms, room => Assert.NotEmpty(graph.Files[room]));
        Assert.True(graph.Arrows.Count >= graph.Rooms.Count, $"{graph.Arrows.Count} arrows: the sources were not read");
    }

    [Theory]
    [InlineData("static class A { static int X => Upper.B.Y; }", "A.cs:3 B,A.cs:3 B.Y")]
    [InlineData("static class A { static int X => 1.Z(); }", "A.cs:3 B.Z")]
    [InlineData("class A : B<int>;", "A.cs:3 B")]
    [InlineData("class A;", "")]
    public void A_name_of_a_later_room_is_an_upward_arrow(string lower, string uses)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Write("Lower/A.cs", $"using Upper;\nnamespace Lower;\n{lower}");
            Write(
                "Upper/B.cs",
                "namespace Upper; public static class B { public static int Y; public static int Z(this int i) => i; } public class B<T>;"
            );
            Write("Elsewhere/C.cs", "class C;");
            Write("obj/D.cs", "class D;");

            var graph = RoomGraph.Read(folder, ["Lower", "Upper"]);

            Assert.Equal(
                uses.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(use => "Lower/" + use),
                graph.Upward.SelectMany(arrow => arrow.Uses)
            );
            Assert.Equal(["Elsewhere/C.cs"], graph.Homeless);
            Assert.Empty(RoomGraph.Read(folder, ["Upper", "Lower"]).Upward);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        void Write(string file, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), text);
        }
    }
}
