using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Compiles a source as a user's project is compiled, with the generator, and lists everything said.</summary>
internal static class Diagnose
{
    /// <summary>
    /// Asserts that the one diagnostic is the named one, and that it marks the text between <c>[|</c> and <c>|]</c>.
    /// </summary>
    public static async Task<string> Only(string id, string marked, params string[] more)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var source = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

        var all = await All([source, .. more]);

        var said = string.Join('\n', all.Select(d => d.ToString()));
        Assert.True(all is [{ } single] && single.Id == id, $"expected {id} alone, got:\n{said}");
        var span = all[0].Location.SourceSpan;
        Assert.Equal(source[start..end], source[span.Start..span.End]);
        Assert.Equal(start, span.Start);
        return all[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    public static async Task Nothing(params string[] sources)
    {
        var all = await All(sources);
        Assert.True(all.Count == 0, string.Join('\n', all.Select(d => d.ToString())));
    }

    /// <summary>Warnings and errors of the compiler and the generator, in the order of the source.</summary>
    public static Task<IReadOnlyList<Diagnostic>> All(params string[] sources) =>
        Task.FromResult(Build.Of([.. sources, Lowering.Dims]).Said);
}
