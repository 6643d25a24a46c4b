namespace RnnDsl.Generator.Programs;

/// <summary>A line that may be the whole of an equation of the user's.</summary>
public interface IFromEquation
{
    /// <summary>The equation, for a comment; null where the line is none.</summary>
    string? Equation { get; }
}
