using RnnDsl.Benchmarks.Peers;

namespace RnnDsl.Package.Tests.Benchmarks;

/// <summary>A file of times is read whole, or refused with the place of what is wrong in it.</summary>
public sealed class PeersFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void CommentsAndEmptyLines_AreSkipped()
    {
        File.WriteAllText(
            path,
            """
            # one thread

            onednn lstm 64 32 100 64 train 9.7440 64.6
              torch-1.13.0a0 peephole 64 32 100 64 train 395.0916 1.6

            """
        );

        var times = PeersFile.Read(path);

        Assert.Equal(["onednn", "torch-1.13.0a0 loop"], times.Select(x => x.Peer));
        Assert.Equal([9.7440, 395.0916], times.Select(x => x.Line.Milliseconds));
    }

    [Fact]
    public void ALineThatIsNone_IsNamed_WithWhatALineIs()
    {
        File.WriteAllText(path, "# one thread\nonednn lstm 64 32 100 64 train\n");

        var error = Assert.Throws<InvalidDataException>(() => PeersFile.Read(path));

        Assert.Contains($"{path}, line 2: 'onednn lstm 64 32 100 64 train'", error.Message, StringComparison.Ordinal);
        Assert.Contains("MILLISECONDS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACellThatWeDoNotHave_IsNamed()
    {
        File.WriteAllText(path, "onednn sru 64 32 100 64 train 9.7440 64.6\n");

        var error = Assert.Throws<InvalidDataException>(() => PeersFile.Read(path));

        Assert.Contains($"{path}, line 1: onednn has no cell 'sru'", error.Message, StringComparison.Ordinal);
    }
}
