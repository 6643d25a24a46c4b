using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RnnDsl.Generator.Tests.Compiling;
using Xunit;

namespace RnnDsl.Generator.Tests.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rnndsl-snapshots-").FullName;

    private string SourceFile => Path.Combine(folder, "SnapshotTests.cs");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task ANewTextFails_AndIsReceivedBesideTheTest()
    {
        var exception = await Assert.ThrowsAsync<VerifyException>(() => Verify("a\r\nb\n", SourceFile));

        const string Name = "SnapshotTests.ANewTextFails_AndIsReceivedBesideTheTest";
        Assert.Contains($"New:\n  - Received: {Name}.received.txt", exception.Message, StringComparison.Ordinal);
        // A byte order mark, "\n", and nothing added at the end: what Verify writes.
        Assert.Equal(
            [0xEF, 0xBB, 0xBF, .. "a\nb\n"u8],
            await File.ReadAllBytesAsync(Path.Combine(folder, Name + ".received.txt"))
        );
    }

    [Fact]
    public async Task AnAcceptedTextPasses_AndWhatWasReceivedBeforeIsGone()
    {
        const string Name = "SnapshotTests.AnAcceptedTextPasses_AndWhatWasReceivedBeforeIsGone";
        await Write(Name + ".received.txt", "old");
        await Write(Name + ".verified.txt", "a\nb");

        await Verify("a\nb", SourceFile);

        Assert.Equal([Name + ".verified.txt"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task AChangedTextFails_AndNamesTheLine()
    {
        await Write("SnapshotTests.AChangedTextFails_AndNamesTheLine.verified.txt", "a\nb");

        var exception = await Assert.ThrowsAsync<VerifyException>(() => Verify("a\nc", SourceFile));

        Assert.Contains("Line 2:\n    - b\n    + c", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3)]
    public async Task TheArgumentsOfATheory_StandInTheName(int rows)
    {
        await Write($"SnapshotTests.TheArgumentsOfATheory_StandInTheName_rows={rows}.verified.cs", "// text");

        await Verify("// text", "cs", SourceFile);
    }

    [Fact]
    public async Task EachGeneratedFile_HasASnapshotNamedByItsHint()
    {
        const string Name = "SnapshotTests.EachGeneratedFile_HasASnapshotNamedByItsHint";
        await Write(Name + "#A.g.verified.cs", "//HintName: A.g.cs\nclass A;");
        await Write(Name + "#B.g.verified.cs", "//HintName: B.g.cs\nclass B;");

        await Verify(Compilations.Run(new TwoFiles()), SourceFile);
    }

    [Fact]
    public async Task ASnapshotThatNothingReceives_Fails()
    {
        const string Name = "SnapshotTests.ASnapshotThatNothingReceives_Fails";
        await Write(Name + "#A.g.verified.cs", "//HintName: A.g.cs\nclass A;");
        await Write(Name + "#B.g.verified.cs", "//HintName: B.g.cs\nclass B;");
        await Write(Name + "#C.g.verified.cs", "");

        var exception = await Assert.ThrowsAsync<VerifyException>(() =>
            Verify(Compilations.Run(new TwoFiles()), SourceFile)
        );

        Assert.EndsWith($"Delete:\n  - {Name}#C.g.verified.cs\n", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FoldersOfThisMachine_AreNamed()
    {
        await Write("SnapshotTests.FoldersOfThisMachine_AreNamed.verified.txt", "at {TempPath}x.cs");

        await Verify($"at {Path.Combine(Path.GetTempPath(), "x.cs")}", SourceFile);
    }

    private Task Write(string file, string text) =>
        File.WriteAllTextAsync(
            Path.Combine(folder, file),
            text,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );

    private sealed class TwoFiles : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(x =>
            {
                x.AddSource("B.g.cs", SourceText.From("class B;", Encoding.UTF8));
                x.AddSource("A.g.cs", SourceText.From("class A;", Encoding.UTF8));
            });
    }
}
