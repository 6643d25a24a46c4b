using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.v3;

namespace RnnDsl.Generator.Tests.Snapshots;

/// <summary>
/// Compares the text that a test received with the snapshots next to it. The calls, the file names and the scrubbing are those of the
/// packages Verify.XunitV3 and Verify.SourceGenerators, which <c>-p:Verify=true</c> puts in the place of this folder.
/// To accept a change, rename <c>*.received.*</c> to <c>*.verified.*</c>.
/// </summary>
public static class Verifier
{
    public static Task Verify(string? target, [CallerFilePath] string sourceFile = "") =>
        Verify(target, "txt", sourceFile);

    public static Task Verify(string? target, string extension, [CallerFilePath] string sourceFile = "") =>
        Compare([new SnapshotTarget(Name: null, extension, target ?? "null")], sourceFile);

    public static Task Verify(GeneratorDriver driver, [CallerFilePath] string sourceFile = "") =>
        Verify(driver.GetRunResult(), sourceFile);

    public static Task Verify(GeneratorDriverRunResult result, [CallerFilePath] string sourceFile = "")
    {
        var exceptions = result.Results.Select(x => x.Exception).OfType<Exception>().ToList();
        if (exceptions.Count == 1)
        {
            ExceptionDispatchInfo.Throw(exceptions[0]);
        }
        if (exceptions.Count > 1)
        {
            throw new AggregateException(exceptions);
        }

        var targets = new List<SnapshotTarget>();
        if (!result.Diagnostics.IsEmpty)
        {
            targets.Add(new SnapshotTarget(Name: null, "txt", DiagnosticText.Of(result.Diagnostics)));
        }
        foreach (var generator in result.Results)
        {
            targets.AddRange(generator.GeneratedSources.OrderBy(x => x.HintName).Select(SnapshotTarget.Of));
        }
        return Compare(targets, sourceFile);
    }

    private static async Task Compare(IReadOnlyList<SnapshotTarget> targets, string sourceFile)
    {
        var test =
            TestContext.Current.Test as IXunitTest
            ?? throw new InvalidOperationException("Verify was called outside a test, so the snapshot has no name.");
        var method = test.TestMethod.Method;
        var type = method.ReflectedType!;
        var name = $"{(type.DeclaringType is { } outer ? outer.Name + "." : "")}{type.Name}.{method.Name}";
        foreach (var (parameter, argument) in method.GetParameters().Zip(test.TestMethodArguments))
        {
            name += FormattableString.Invariant($"_{parameter.Name}={argument ?? "null"}");
        }

        var files = new SnapshotFiles(Path.GetDirectoryName(sourceFile)!, name);
        await files.Compare(targets);
    }
}
