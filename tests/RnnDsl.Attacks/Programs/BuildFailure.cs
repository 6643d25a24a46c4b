using System.Globalization;
using Microsoft.CodeAnalysis;
using RnnDsl.Attacks.Compiling;
using RnnDsl.Attacks.Running;
using RnnDsl.Attacks.Shrinking;

namespace RnnDsl.Attacks.Programs;

/// <summary>A valid program that does not build without diagnostics.</summary>
internal static class BuildFailure
{
    private const int Attempts = 400;

    /// <summary>Whether something that was said is a failure; of some programs it is true that a field, or the training, has no use.</summary>
    public static bool IsUnexpected(Diagnostic said) => said.Id is not ("RNN008" or "RNN048");

    public static Failure Of(RandomNet program, Diagnostic said)
    {
        var kind = Kind(said);
        if (IsOfUser(said))
        {
            return new(program.Seed, $"the grammar: {kind}", $"{said}\n{ReadableSource.Of(program.Source)}");
        }

        var small = new Shrinker(source => Says(source, kind), Attempts).Shrink(program.Source);
        var first = Build.Of([small]).Said.FirstOrDefault(other => Kind(other) == kind) ?? said;
        return new(program.Seed, kind, $"{first}\n{ReadableSource.Of(small)}");
    }

    private static bool Says(string source, string kind)
    {
        var said = Build.Of([source]).Said.Where(IsUnexpected).ToList();
        return said.Exists(other => Kind(other) == kind)
            // An error of the shrunk source itself is none of the generator.
            && !said.Exists(IsOfUser);
    }

    private static bool IsOfUser(Diagnostic said) =>
        said.Id.StartsWith("CS", StringComparison.Ordinal)
        && said.Location.SourceTree is not null
        && !Build.IsInGenerated(said);

    private static string Kind(Diagnostic said)
    {
        var place =
            said.Location.SourceTree is { } tree && Build.IsInGenerated(said)
                ? $" in {string.Join('.', Path.GetFileName(tree.FilePath).Split('.')[^3..])}"
                : "";
        return $"{said.Id}{place}: {MessageShape.Of(said.GetMessage(CultureInfo.InvariantCulture))}";
    }
}
