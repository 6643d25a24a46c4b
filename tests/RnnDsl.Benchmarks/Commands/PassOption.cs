using System.CommandLine;
using System.Diagnostics.CodeAnalysis;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Which passes to time.</summary>
internal static class PassOption
{
    public static Option<string[]> Create() =>
        ListOption.Create<string>(
            "--pass",
            "PASS",
            $"The passes to time: {Names}; without it, all.",
            $"one of {Names}",
            TryParse
        );

    private static string Names => string.Join(", ", Pass.All);

    private static bool TryParse(string text, [NotNullWhen(true)] out string? value) =>
        (value = Pass.All.FirstOrDefault(pass => pass == text)) is not null;
}
