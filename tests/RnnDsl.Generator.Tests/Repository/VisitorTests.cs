using RnnDsl.Architecture;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>
/// What a pass does for each kind of stage, or of line of an epilogue, is a visitor: a kind that it forgets does not compile. So each
/// kind has its method in the visitor, and nothing else tells the kinds from each other.
/// </summary>
public sealed class VisitorTests
{
    private static readonly IReadOnlyCollection<string> Kinds =
    [
        .. KindsOf(typeof(Stage)).Concat(KindsOf(typeof(EpilogueStep))).Select(kind => kind.Name),
    ];

    [Theory]
    [InlineData(typeof(Stage), typeof(IStageVisitor<>))]
    [InlineData(typeof(EpilogueStep), typeof(IEpilogueVisitor<>))]
    public void Each_kind_has_a_method_in_the_visitor(Type parent, Type visitor)
    {
        var visited = visitor.GetMethods().Select(method => Assert.Single(method.GetParameters()).ParameterType);

        Assert.Equal(Sorted(KindsOf(parent)), Sorted(visited));
        Assert.True(parent.GetMethod("Accept")!.IsAbstract);
    }

    [Fact]
    public void Nothing_else_tells_the_kinds_from_each_other()
    {
        var files = new[] { "generator/RnnDsl.Generator", "tests/RnnDsl.Generator.Tests" }
            .SelectMany(RepositoryFiles.OfCode)
            .ToList();
        var found = files.SelectMany(file =>
            KindSwitches.Find(RepositoryFiles.Read(file), Kinds).Select(place => $"{Path.GetFileName(file)} {place}")
        );

        Assert.True(files.Count > 300, $"only {files.Count} files were read");
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("x switch { CopyStage copy => 1, _ => 0 }", "1: CopyStage")]
    [InlineData("x switch { ReductionStage { Token: { } token } => 1, _ => 0 }", "1: ReductionStage")]
    [InlineData(
        "x switch { CopyStage or ClearStage => 1, _ => 0 }",
        "1: CopyStage, ClearStage|1: CopyStage, ClearStage"
    )]
    [InlineData(
        "x is LoadStep { Source: null } or StoreStep or LoadTableStep",
        "1: LoadStep, StoreStep, LoadTableStep"
    )]
    [InlineData("x is not (CopyStage or ClearStage)", "1: CopyStage, ClearStage")]
    [InlineData("() => { switch (x) { case StoreStep store: break; default: break; } }", "1: StoreStep")]
    [InlineData("() => { switch (x) { case StoreStep: break; } }", "1: StoreStep")]
    [InlineData("x is FusedStage fused ? fused.Gates : 0", "")]
    [InlineData("stages.OfType<FusedStage>()", "")]
    [InlineData("x switch { 1 or 2 => new CopyStage(), _ => null }", "")]
    public void A_switch_over_kinds_is_found(string expression, string places) =>
        Assert.Equal(places, string.Join("|", KindSwitches.Find($"var y = {expression};", Kinds)));

    private static IEnumerable<Type> KindsOf(Type parent) =>
        parent.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(parent));

    private static IEnumerable<string> Sorted(IEnumerable<Type> types) =>
        types.Select(type => type.Name).Order(StringComparer.Ordinal);
}
