namespace RnnDsl.Generator.Programs;

/// <summary>A state that a training carries from window to window.</summary>
/// <param name="Before">The buffer from which a window takes it.</param>
/// <param name="After">The buffer in which the window leaves it.</param>
public sealed record CarriedState(string Before, string After);
