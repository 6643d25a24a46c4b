namespace RnnDsl.Attacks.Mutants;

/// <summary>What is wrong with a build.</summary>
/// <param name="Kind">What failures of one cause share.</param>
/// <param name="Message">In full.</param>
/// <param name="IsSlow">Whether it is that the build takes too long.</param>
internal sealed record Finding(string Kind, string Message, bool IsSlow = false);
