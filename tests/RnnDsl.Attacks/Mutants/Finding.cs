namespace RnnDsl.Attacks.Mutants;

/// <summary>An error of a build.</summary>
/// <param name="Kind">The class of failures with the same cause.</param>
/// <param name="Message">In full.</param>
/// <param name="IsSlow">Whether it is that the build takes too long.</param>
internal sealed record Finding(string Kind, string Message, bool IsSlow = false);
