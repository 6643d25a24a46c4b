using System.CommandLine;
using BenchmarkDotNet.Running;
using RnnDsl.Benchmarks.Suites;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Runs the suites of BenchmarkDotNet.</summary>
internal static class SuiteCommand
{
    public static Command Create()
    {
        var command = new Command(
            "suite",
            "Runs the suites of BenchmarkDotNet, from a folder of the repository, in processes of its own. It reads "
                + "the rest of the line: --list flat, --filter '*Step*', --job dry, or -- --help for all."
        )
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(options => Run([.. options.UnmatchedTokens]));
        return command;
    }

    private static int Run(string[] arguments)
    {
        var summaries = BenchmarkSwitcher
            .FromAssembly(typeof(SuiteCommand).Assembly)
            .Run(arguments, SuiteConfig.Create());
        var areComplete = summaries.All(x => !x.HasCriticalValidationErrors && x.Reports.All(report => report.Success));
        return areComplete ? 0 : 1;
    }
}
