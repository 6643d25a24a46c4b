using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Tests.Names;

/// <summary>C25: whatever a user's things are named, they compile, or one diagnostic names the clash.</summary>
public sealed class NameClashTests
{
    // The tests run one in this many combinations: all of them take minutes.
    private const int Every = 16;

    public static TheoryData<string> PlacesOfMembers => [.. ClashingNames.OfMembers.Keys];

    [Fact]
    public void The_names_of_generated_code_are_free()
    {
        var all = GeneratedIdentifiers.All.Concat(GeneratedIdentifiers.Words).Distinct(StringComparer.Ordinal).ToList();
        var units = Enumerable
            .Range(0, all.Count)
            .Where(i => i % Every == 0)
            .Select(i => NamePlaces.All.Select((place, k) => (Place: place, Name: all[(i + (k * 37)) % all.Count])))
            .Select(names => names.Where(pair => ClashingNames.IsFree(pair.Place, pair.Name)))
            .Select(names => names.ToDictionary(pair => pair.Place, pair => pair.Name, StringComparer.Ordinal))
            .ToList();

        var compiled = new NamedUnits(units);

        Assert.True(!compiled.Said.Any(), compiled.ToString());
    }

    /// <summary>The names of the case.</summary>
    [Theory]
    [InlineData("layer", "event", false)]
    [InlineData("training", "Model", true)]
    [InlineData("cell", "State", true)]
    [InlineData("layer", "Sizes", true)]
    [InlineData("type parameter of a layer", "Stream", true)]
    [InlineData("type parameter of a cell", "Sizes", true)]
    [InlineData("parameter", "Cut", false)]
    [InlineData("child", "Vector512", false)]
    [InlineData("parameter", "Vector512", false)]
    [InlineData("state", "Vector512", false)]
    [InlineData("type parameter of a layer", "TVector", false)]
    [InlineData("type parameter of a cell", "TVector", false)]
    [InlineData("state", "TVector", false)]
    public void A_name_of_the_case(string place, string name, bool clashes)
    {
        var compiled = new NamedUnits([new Dictionary<string, string> { [place] = name }]);

        Assert.True(compiled.Said.Any() == clashes, compiled.ToString());
        Assert.All(compiled.Said, unit => AssertClash(unit.Said, name));
    }

    [Theory]
    [MemberData(nameof(PlacesOfMembers))]
    public void The_name_of_a_generated_member_is_one_diagnostic(string place)
    {
        var names = ClashingNames.OfMembers[place];

        var compiled = new NamedUnits([.. names.Select(name => new Dictionary<string, string> { [place] = name })]);

        Assert.Equal(names, compiled.Said.Select(unit => unit.Names[place]));
        Assert.All(compiled.Said, unit => AssertClash(unit.Said, unit.Names[place]));
    }

    // A type with such a name is in the way of each class that has it in a field.
    private static void AssertClash(IReadOnlyList<Diagnostic> said, string name)
    {
        var rules = said.Where(d => d.Id.StartsWith("RNN", StringComparison.Ordinal)).ToList();
        Assert.Distinct(rules.Select(rule => rule.GetMessage(CultureInfo.InvariantCulture)));
        Assert.All(rules, rule => Assert.Equal("RNN031", rule.Id));
        Assert.Equal("@" + name, TextAt(rules[0]));
        // Of members that a class does not get.
        Assert.All(said.Except(rules), d => Assert.True(d.Id is "CS1061" or "CS1955", d.ToString()));
    }

    private static string TextAt(Diagnostic said) =>
        said.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(said.Location.SourceSpan);
}
