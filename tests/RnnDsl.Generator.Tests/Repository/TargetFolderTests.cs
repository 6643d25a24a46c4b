using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Architecture;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>A target is a folder below <c>Targets/</c> and an entry of <c>TargetList.cs</c>: nothing else names it, and its printers only print.</summary>
public sealed class TargetFolderTests
{
    private const string Root = "generator/RnnDsl.Generator/";
    private const string Shared = "Targets/Files";

    private static readonly RoomGraph Graph = ProjectRooms.Generator.Graph;

    public static TheoryData<string> Targets =>
        [
            .. Graph
                .Rooms.Where(room => room.StartsWith("Targets/", StringComparison.Ordinal) && room != Shared)
                .Select(room => room.Split('/')[1])
                .Distinct(),
        ];

    [Fact]
    public void Each_target_of_the_list_has_its_folder() =>
        Assert.Equal(
            TargetList.All.Select(target => target.GetType().Namespace!.Split('.')[^1]).Order(StringComparer.Ordinal),
            Targets.Select(row => row.Data).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_target_is_used_by_the_list_alone(string target)
    {
        var uses = Graph
            .Arrows.Where(arrow => IsOf(target, arrow.To) && !IsOf(target, arrow.From))
            .SelectMany(arrow => arrow.Uses)
            .Select(use => use.Split(':')[0]);

        Assert.Equal(["TargetList.cs"], uses.Distinct());
    }

    // Rows of the op table have a text for each target, and the names that a user's class gets are known where it is read.
    [Theory]
    [MemberData(nameof(Targets))]
    public void No_stage_has_a_name_of_a_target(string target)
    {
        var rooms = Graph.Rooms.SkipWhile(room => room != "Linking").Where(room => !IsOf(target, room)).ToList();
        var files = rooms.SelectMany(room => Graph.Files[room]).Where(file => file != "TargetList.cs").ToList();

        Assert.Contains("Members/ClassPrinter.cs", files);
        Assert.Contains("RnnGenerator.cs", files);
        Assert.Empty(
            from file in files
            from token in Tree(file).DescendantTokens()
            where
                token.IsKind(SyntaxKind.IdentifierToken)
                && token.Text.Contains(target, StringComparison.OrdinalIgnoreCase)
            select $"{file}: {token.Text}"
        );
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_printer_does_not_plan(string target)
    {
        string[] plans = ["Simplification", "Differentiation", "Streaming", "Loops", "Buffers", "Planning"];
        // What a target says of itself, and what was planned for it.
        string[] data = ["TargetTraits", "AheadProducts", "ScheduledDeclaration", "TargetPrograms", "MethodProgram"];

        Assert.Empty(
            from arrow in Graph.Arrows
            where arrow.From == "Targets/" + target && plans.Contains(arrow.To)
            from use in arrow.Uses
            where !data.Contains(use.Split(' ')[1].Split('.')[0])
            select use
        );
    }

    // What is printed to be counted, and then thrown away, is a plan.
    [Theory]
    [MemberData(nameof(Targets))]
    public void No_text_is_thrown_away(string target)
    {
        var files = Graph.Rooms.Where(room => IsOf(target, room)).SelectMany(room => Graph.Files[room]);

        Assert.Empty(
            from file in files
            from argument in Tree(file).DescendantNodes().OfType<ArgumentSyntax>()
            where
                argument.Expression is ObjectCreationExpressionSyntax made
                && made.Type.ToString() == nameof(SourceWriter)
            select $"{file}: {argument.Parent!.Parent}"
        );
    }

    private static bool IsOf(string target, string room) =>
        room == "Targets/" + target || room.StartsWith($"Targets/{target}/", StringComparison.Ordinal);

    private static SyntaxNode Tree(string file) =>
        CSharpSyntaxTree.ParseText(RepositoryFiles.Read(Root + file), path: file).GetRoot();
}
