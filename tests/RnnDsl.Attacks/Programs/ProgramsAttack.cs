using System.Globalization;
using Microsoft.CodeAnalysis;
using RnnDsl.Attacks.Compiling;
using RnnDsl.Attacks.Programs.Checks;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Attacks.Programs.Nets;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Programs;

/// <summary>Random programs over the whole language: generated code against the reference execution, alone and in batches, on one thread and on several.</summary>
internal sealed class ProgramsAttack : IAttack
{
    // The analyzers also run once in this many cases, and after each failure.
    private const int Analyzed = 4;

    public string Name => "programs";

    public int Together => 8;

    public IEnumerable<Failure> Try(IReadOnlyList<ulong> seeds)
    {
        var programs = seeds.Select(seed => new RandomNet(seed, RandomProgram.Write(seed, Space(seed)))).ToList();
        string[] sources = [.. programs.Select(program => program.Source)];
        var build = seeds[0] / (ulong)Together % Analyzed == 0 ? Build.Of(sources) : Build.WithoutAnalyzers(sources);
        var failed = new List<RandomNet>();
        foreach (var (program, place) in programs.Select((program, place) => (program, place)))
        {
            if (Find(build, program, place) is { } said)
            {
                failed.Add(program);
                yield return BuildFailure.Of(program, said);
            }
        }

        // One that does not compile would take the others with it.
        var rest = programs.Except(failed).ToList();
        if (rest.Count == 0)
        {
            yield break;
        }

        build = failed.Count == 0 ? build : Build.WithoutAnalyzers([.. rest.Select(program => program.Source)]);
        using var loaded = new Loaded(build.Compilation);
        foreach (var training in Net.TrainingsOf(loaded.Assembly))
        {
            var program = rest.Single(program => Space(program.Seed) == training.Namespace);
            if (Examine(training, program) is { } failure)
            {
                yield return Build.Of([program.Source]).Said.FirstOrDefault(BuildFailure.IsUnexpected) is { } said
                    ? BuildFailure.Of(program, said)
                    : failure();
            }
        }
    }

    /// <summary>What is wrong with a net, still to be shrunk; null where all is well.</summary>
    private static Func<Failure>? Examine(Type training, RandomNet program)
    {
        Trials trials;
        try
        {
            trials = Trials.Draw(training, program.Seed);
        }
        catch (Exception exception)
        {
            var kind = $"a net cannot be made: {exception.GetType().Name} {MessageShape.Of(exception.Message)}";
            return () => new(program.Seed, kind, $"{exception}\n{ReadableSource.Of(program.Source)}");
        }

        return trials.Examine(training, _ => true) is { } violation
            ? () => NetFailure.Of(program, trials, violation)
            : null;
    }

    private static string Space(ulong seed) => $"P{seed.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What was said of a program; what belongs to no file is asked for again, of the program alone.</summary>
    private static Diagnostic? Find(Build build, RandomNet program, int place) =>
        build.Said.FirstOrDefault(said => IsOf(said, program, place))
        ?? (
            build.Said.Any(said => said.Location.SourceTree is null)
                ? Build.Of([program.Source]).Said.FirstOrDefault(BuildFailure.IsUnexpected)
                : null
        );

    private static bool IsOf(Diagnostic said, RandomNet program, int place) =>
        BuildFailure.IsUnexpected(said)
        && said.Location.SourceTree is { } tree
        && (
            Path.GetFileName(tree.FilePath).StartsWith(Space(program.Seed) + ".", StringComparison.Ordinal)
            || tree.FilePath == string.Create(CultureInfo.InvariantCulture, $"Test{place}.cs")
        );
}
