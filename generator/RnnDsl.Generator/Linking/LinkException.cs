namespace RnnDsl.Generator.Linking;

/// <summary>A program that cannot be put together: a definition or method is missing, or shapes do not fit across a call.</summary>
public sealed class LinkException(string message, int origin = -1) : Exception(message)
{
    /// <summary>The number of the syntax node in the linked method that it comes from (<see cref="Ir.Node.Origin"/>), or -1.</summary>
    public int Origin { get; } = origin;
}
