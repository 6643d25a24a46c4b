namespace RnnDsl.Generator.Ir;

/// <summary>How a noise is drawn, and what replaces it in inference.</summary>
/// <param name="Linked">The op of programs that it becomes, with its <see cref="Mask"/>.</param>
/// <param name="EachStep">Whether each step draws new numbers.</param>
/// <param name="Mean">The expectation of a factor, which inference multiplies by.</param>
public sealed record NoiseRule(Func<Op> Linked, bool EachStep, NoiseMean Mean)
{
    /// <summary>Whether its method takes a rate, the probability of one of two factors.</summary>
    public bool HasRate => Mean != NoiseMean.Zero;
}
