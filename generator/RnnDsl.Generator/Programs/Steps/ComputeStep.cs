using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>Applies an elementwise op to earlier values.</summary>
/// <param name="Named">Whether the user named it or it has several uses: a separate statement. Otherwise its use contains it.</param>
/// <param name="Equation">The equation that it comes from, for a comment; null where it has none.</param>
public sealed record ComputeStep(string Value, Op Op, EquatableArray<string> Arguments, bool Named, string? Equation)
    : EpilogueStep(Value),
        IFromEquation
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
