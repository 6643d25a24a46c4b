using RnnDsl.Benchmarks.Peers;

namespace RnnDsl.Package.Tests.Benchmarks;

/// <summary>Each peer's cells are compared with those that compute the same.</summary>
public sealed class PeerNamesTests
{
    [Theory]
    [InlineData("onednn", "rnn", "onednn", "rnn rnn+dx")]
    [InlineData("onednn", "lstm", "onednn", "lstm lstm+dx")]
    [InlineData("onednn", "gru", "onednn", "gru gru+dx")]
    [InlineData("onednn", "lbr_gru", "onednn", "gru-after gru-after+dx")]
    [InlineData("torch-1.13.0a0", "rnn", "torch-1.13.0a0", "rnn")]
    [InlineData("torch-1.13.0a0", "lstm", "torch-1.13.0a0", "lstm")]
    [InlineData("torch-1.13.0a0", "gru", "torch-1.13.0a0", "gru-after")]
    [InlineData("torch-1.13.0a0", "gru-before", "torch-1.13.0a0 loop", "gru")]
    [InlineData("torch-1.13.0a0", "lstm-loop", "torch-1.13.0a0 loop", "lstm")]
    [InlineData("torch-1.13.0a0", "peephole", "torch-1.13.0a0 loop", "peephole")]
    [InlineData("onnxruntime", "lstm", "onnxruntime", "lstm")]
    [InlineData("rnndsl", "gru-after+dx", "rnndsl", "gru-after+dx")]
    public void ACell_IsComparedWithOurs(string system, string cell, string peer, string ours)
    {
        var found = PeerNames.Find(system, cell);

        Assert.NotNull(found);
        Assert.Equal(peer, found.Value.Peer);
        Assert.Equal(ours.Split(' '), found.Value.Cells);
    }

    [Theory]
    [InlineData("onednn", "gru-after")]
    [InlineData("torch-1.13.0a0", "lstm+dx")]
    [InlineData("onnxruntime", "lbr_gru")]
    public void ACellThatWeDoNotHave_IsNotFound(string system, string cell) =>
        Assert.Null(PeerNames.Find(system, cell));
}
