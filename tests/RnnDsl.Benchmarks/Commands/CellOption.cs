using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using RnnDsl.Benchmarks.Contenders;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Which cells to time.</summary>
internal static class CellOption
{
    /// <param name="unless">Those that are timed without it, for <c>--help</c>.</param>
    public static Option<Contender[]> Create(string unless) =>
        ListOption.Create<Contender>(
            "--cell",
            "NAME",
            $"The cells to time: {Names}; without it, {unless}.",
            $"one of {Names}",
            TryParse
        );

    private static string Names => string.Join(", ", Contender.All.Select(x => x.Name));

    private static bool TryParse(string text, [NotNullWhen(true)] out Contender? value) =>
        (value = Contender.Find(text)) is not null;
}
