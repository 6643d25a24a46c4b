namespace RnnDsl.Generator.Linking;

/// <summary>An error that a stage behind the lowering found.</summary>
/// <param name="Origin">Number of the syntax node that it is about, or -1: the class itself.</param>
/// <param name="Message">What is wrong, and the way out.</param>
public sealed record Problem(int Origin, string Message)
{
    /// <summary>Whether it stands against training on windows, and not against the equations.</summary>
    public bool IsOfWindows { get; init; }

    /// <summary>Whether there is nothing that a training would train: a warning, and the training is compiled.</summary>
    public bool IsOfParameters { get; init; }
}
