using RnnDsl.Benchmarks.Contenders;

namespace RnnDsl.Benchmarks.Peers;

/// <summary>What the peers call the cells that we have.</summary>
public static class PeerNames
{
    /// <summary>What a line of a peer is compared with; null if we have no such cell.</summary>
    /// <param name="system">The first word of the line.</param>
    /// <param name="cell">The second.</param>
    /// <returns>The name of the peer in the tables, and our names of the cells.</returns>
    public static (string Peer, IReadOnlyList<string> Cells)? Find(string system, string cell)
    {
        var (peer, ours) =
            system == "onednn" ? (system, OneDnn(cell))
            : IsTorch(system) ? Torch(system, cell)
            : (system, Contender.Find(cell)?.Name);
        return ours is null ? null
            : system == "onednn" ? (peer, [ours, ours + Contender.InputGradients])
            : (peer, [ours]);
    }

    private static bool IsTorch(string system) =>
        system == "torch" || system.StartsWith("torch-", StringComparison.Ordinal);

    /// <summary>Its backward pass computes the gradients of the inputs, so ours with them is compared too.</summary>
    private static string? OneDnn(string cell) =>
        cell switch
        {
            "rnn" or "lstm" or "gru" => cell,
            // Linear before reset.
            "lbr_gru" => "gru-after",
            _ => null,
        };

    /// <summary>A cell that PyTorch lacks is written there as a loop over the steps, which is a separate peer.</summary>
    private static (string Peer, string? Cell) Torch(string system, string cell) =>
        cell switch
        {
            "rnn" or "lstm" => (system, cell),
            "gru" => (system, "gru-after"),
            "gru-before" => ($"{system} loop", "gru"),
            "lstm-loop" => ($"{system} loop", "lstm"),
            "peephole" or "janet" or "mlstm" => ($"{system} loop", cell),
            _ => (system, null),
        };
}
