using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Compiles a source as a user's project is compiled, with the generator, and lists everything said.</summary>
internal static class Diagnose
{
    private const string Healthy = """
        namespace Beside;
        [Cell]
        public partial class Cell<X, H> where X : IDim where H : IDim
        {
            Mat<H, X> W;
            [State] Vec<H> h;
            Vec<H> Step(Vec<X> x) { h = Tanh(W * x + h); return h; }
        }
        [Layer]
        public partial class Model
        {
            Cell<Value, Hidden> rnn;
            Dense<Hidden, Value> head;
            public Vec<Value> Forward(Seq<Value> xs) => head.Apply(rnn.Scan(xs).Last);
        }
        [Training]
        public partial class Learn
        {
            Model model;
            Scalar Loss(Seq<Value> xs, Vec<Value> y) => MeanSquaredError(model.Forward(xs), y);
        }
        """;

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

    /// <summary>
    /// Asserts that these are the diagnostics, in the order of the source; that one of the first rule of the generator among them marks
    /// the text between <c>[|</c> and <c>|]</c>; that no generated file has an error where the user's have none; and that a cell, a
    /// layer and a training in the same project still compile.
    /// </summary>
    public static string Beside(string marked, params string[] ids)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var source = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var build = Build.Of(source, Healthy, Lowering.Dims).AssertSound();

        Assert.True(ids.SequenceEqual(build.Ids), $"expected {string.Join(", ", ids)}, got:\n{build}");
        Assert.True(build.Lives("Beside.Cell-2") && build.Lives("Beside.Model") && build.Lives("Beside.Learn"));
        var rule = ids.FirstOrDefault(id => id.StartsWith("RNN", StringComparison.Ordinal));
        if (rule is null)
        {
            Assert.True(start < 0, "no rule to stand at the mark");
            return "";
        }

        var said = build.Said.First(d => d.Id == rule && d.Location.SourceSpan.Start == start);
        Assert.Equal(source[start..end], source[said.Location.SourceSpan.Start..said.Location.SourceSpan.End]);
        return said.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
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
