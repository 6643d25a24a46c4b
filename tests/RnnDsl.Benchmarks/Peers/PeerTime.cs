using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Peers;

/// <summary>A peer's line, and what it is compared with.</summary>
/// <param name="Peer">Which peer, and which way of its.</param>
/// <param name="Cells">Our names of the cells that it is compared with.</param>
/// <param name="Line">What it says.</param>
public sealed record PeerTime(string Peer, IReadOnlyList<string> Cells, Measurement Line)
{
    /// <summary>Whether it computed more in a second than this machine can, so that its time cannot be of the work.</summary>
    /// <param name="peak">Billions of operations in a second.</param>
    public bool IsImpossible(double peak) => Line.Gflops > peak;
}
