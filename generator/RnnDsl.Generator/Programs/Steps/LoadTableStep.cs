namespace RnnDsl.Generator.Programs;

/// <summary>Reads units of the row of a matrix parameter that the row's token picks.</summary>
/// <param name="Equation">The equation that it comes from, for a comment; null where it has none.</param>
public sealed record LoadTableStep(string Value, string Table, BufferRef Token, string? Equation)
    : EpilogueStep(Value),
        IFromEquation
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
