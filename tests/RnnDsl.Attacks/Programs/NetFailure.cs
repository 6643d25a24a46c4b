using Microsoft.CodeAnalysis;
using RnnDsl.Attacks.Compiling;
using RnnDsl.Attacks.Programs.Checks;
using RnnDsl.Attacks.Programs.Nets;
using RnnDsl.Attacks.Running;
using RnnDsl.Attacks.Shrinking;

namespace RnnDsl.Attacks.Programs;

/// <summary>A program that builds, and computes something wrong.</summary>
internal static class NetFailure
{
    private const int Attempts = 500;

    public static Failure Of(RandomNet program, Trials trials, Violation violation)
    {
        var source = new Shrinker(smaller => Find(smaller, trials, violation) is not null, Attempts).Shrink(
            program.Source
        );
        trials = new TrialShrinker(smaller => Find(source, smaller, violation) is not null).Shrink(
            trials,
            violation.Check
        );
        var last = Find(source, trials, violation);
        var message = last is null ? $"Only once, or only in company of others: {violation.Message}" : last.Message;
        var trial = violation.Check.IsOfLarge ? trials.Large : trials.Small;
        return new(program.Seed, violation.Kind, $"{message}\n{trial}\n{ReadableSource.Of(source)}");
    }

    /// <summary>The same violation of a smaller source; null where there is none, or the source does not build.</summary>
    private static Violation? Find(string source, Trials trials, Violation violation)
    {
        var build = Build.WithoutAnalyzers([source]);
        if (build.Said.Any(said => said.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }

        try
        {
            using var loaded = new Loaded(build.Compilation);
            return
                Net.TrainingsOf(loaded.Assembly).FirstOrDefault() is { } training
                && trials.Examine(training, check => check == violation.Check) is { } found
                && found.Kind == violation.Kind
                ? found
                : null;
        }
        catch (Exception exception)
            when (exception
                    is InvalidOperationException
                        or NotSupportedException
                        or ArgumentException
                        or NullReferenceException
                        or System.Reflection.TargetInvocationException
                        or InvalidCastException
            )
        {
            // Shrinking has taken what a net is made of.
            return null;
        }
    }
}
