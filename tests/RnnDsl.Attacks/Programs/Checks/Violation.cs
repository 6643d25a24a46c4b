namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>A check that failed.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Kind">What failures of one cause share.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Violation(Check Check, string Kind, string Message);
