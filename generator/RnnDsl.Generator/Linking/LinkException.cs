namespace RnnDsl.Generator.Linking;

/// <summary>A program that cannot be linked: a definition or method is missing, or shapes do not fit across a call.</summary>
public sealed class LinkException(string message, int origin = -1) : Exception(message)
{
    /// <summary>The number of the syntax node in the linked method that caused it (<see cref="Ir.Node.Origin"/>), or -1.</summary>
    public int Origin { get; } = origin;
}
