using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Files;

/// <summary>
/// Names the methods that regions become: a loop by what it scans, what runs once by the loop it comes before or after.
/// </summary>
public static class RegionNames
{
    /// <summary>In words: <c>before rnn.Scan</c>.</summary>
    public static IEnumerable<string> Titles(IReadOnlyList<Region> regions)
    {
        for (var i = 0; i < regions.Count; i++)
        {
            yield return regions[i].Kind != RegionKind.Once ? Loop(regions[i])
            : regions.Skip(i).FirstOrDefault(r => r.Kind != RegionKind.Once) is { } next ? "before " + Loop(next)
            : regions.Take(i).LastOrDefault(r => r.Kind != RegionKind.Once) is { } previous ? "after " + Loop(previous)
            : "no loop";
        }
    }

    /// <summary>As methods: <c>BeforeRnnScan</c>.</summary>
    public static IEnumerable<string> Methods(IReadOnlyList<Region> regions, string pass) =>
        Titles(regions).Select(title => CSharpText.TypeName(CSharpText.Plain(title)) + pass);

    // Several loops may run in one: the first names them.
    private static string Loop(Region region) => region.Title.Split(',')[0];
}
