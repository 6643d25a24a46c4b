namespace RnnDsl.Attacks.Running;

/// <summary>A case that failed.</summary>
/// <param name="Seed">Makes the case again.</param>
/// <param name="Kind">What failures of one cause share; of each kind one is printed in full.</param>
/// <param name="Details">The shrunk case and what is wrong with it, several lines.</param>
internal sealed record Failure(ulong Seed, string Kind, string Details);
