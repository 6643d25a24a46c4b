using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Names;

/// <summary>Declarations with names at places, each in its own namespace, compiled as one project.</summary>
internal sealed class NamedUnits
{
    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> units;
    private readonly List<int> firstLines = [];
    private readonly Build build;

    /// <param name="units">For each namespace the name at each place; a place that is left out has a name that clashes with none.</param>
    public NamedUnits(IReadOnlyList<IReadOnlyDictionary<string, string>> units)
    {
        this.units = units;
        var source = new System.Text.StringBuilder();
        var line = 0;
        for (var i = 0; i < units.Count; i++)
        {
            var text = NamePlaces.Source(units[i], Space(i));
            firstLines.Add(line);
            line += text.Count(c => c == '\n');
            source.Append(text);
        }

        build = Build.Of(Compilations.WithTensors(source.ToString(), Declarations.Lowering.Dims)).AssertSound();
    }

    /// <summary>What is said of each namespace in which something is said.</summary>
    public IEnumerable<(IReadOnlyDictionary<string, string> Names, IReadOnlyList<Diagnostic> Said)> Said =>
        build
            .Said.GroupBy(UnitOf)
            .OrderBy(group => group.Key)
            .Select(group => (units[group.Key], group.ToArray() as IReadOnlyList<Diagnostic>));

    /// <summary>Everything said, with the names of its namespace.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            Said.Select(unit =>
                string.Join(", ", unit.Names.Select(pair => $"{pair.Key} '{pair.Value}'"))
                + ":\n"
                + string.Join('\n', unit.Said)
            )
        );

    private static string Space(int unit) => FormattableString.Invariant($"Unit{unit}x");

    private int UnitOf(Diagnostic diagnostic)
    {
        // A generated file has the name of its namespace in front.
        var file = Path.GetFileName(diagnostic.Location.SourceTree!.FilePath);
        return file.StartsWith("Unit", StringComparison.Ordinal)
            ? int.Parse(
                file[4..file.IndexOf('x', StringComparison.Ordinal)],
                System.Globalization.CultureInfo.InvariantCulture
            )
            : firstLines.FindLastIndex(first => first <= diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }
}
