namespace RnnDsl.Generator.Tests.Targets.Mathematics;

/// <summary>A formula in LaTeX.</summary>
/// <param name="Text">The LaTeX.</param>
/// <param name="Strength">How strongly it binds: 3 an atom or a call, 2 a product, 1 a sum, 0 anything else.</param>
/// <param name="IsNumber">Whether it is a number, a factor that comes first, without a sign.</param>
internal sealed record Formula(string Text, int Strength = 3, bool IsNumber = false)
{
    /// <summary>The text where an operand must bind at least so strongly.</summary>
    public string Inside(int needed) => Strength < needed ? $"({Text})" : Text;
}
