namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>A check that failed.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Kind">The class of failures with the same cause.</param>
/// <param name="Message">The message.</param>
internal sealed record Violation(Check Check, string Kind, string Message);
