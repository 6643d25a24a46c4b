namespace RnnDsl.Generator.Programs;

/// <summary>Reads the units of a vector parameter, the same for every row, or a scalar parameter, the same for every unit too.</summary>
/// <param name="IsScalar">Whether the parameter is one number.</param>
public sealed record LoadParameterStep(string Value, string Parameter, bool IsScalar) : EpilogueStep(Value)
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
