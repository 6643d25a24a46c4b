namespace RnnDsl.Attacks.Running;

/// <summary>A case that failed.</summary>
/// <param name="Seed">Reproduces the case.</param>
/// <param name="Kind">The class of failures with the same cause; one of each is printed in full.</param>
/// <param name="Details">The shrunk case and its error, in several lines.</param>
internal sealed record Failure(ulong Seed, string Kind, string Details);
