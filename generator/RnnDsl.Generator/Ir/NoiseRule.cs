namespace RnnDsl.Generator.Ir;

/// <summary>How a noise is drawn, and what takes its place in inference.</summary>
/// <param name="Linked">The op of programs that it becomes, with its <see cref="Mask"/>.</param>
/// <param name="EachStep">Whether each step draws anew.</param>
/// <param name="Keeps">Whether an element is kept with the probability of the rate and multiplied by the rate in inference; else it is
/// dropped with that probability, scaled up where it is not, and itself in inference.</param>
public sealed record NoiseRule(Func<Op> Linked, bool EachStep, bool Keeps);
