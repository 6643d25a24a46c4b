namespace RnnDsl.Generator.Linking;

/// <summary>An error that a stage after the lowering found.</summary>
/// <param name="Origin">Number of the syntax node to report at, or -1 for the class itself.</param>
/// <param name="Message">The error, and how to fix it.</param>
public sealed record Problem(int Origin, string Message)
{
    /// <summary>Whether it prevents only training on windows, and the equations are valid.</summary>
    public bool IsOfWindows { get; init; }

    /// <summary>Whether the training has no parameters: a warning, and the training is compiled.</summary>
    public bool IsOfParameters { get; init; }
}
