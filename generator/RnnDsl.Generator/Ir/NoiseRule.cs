namespace RnnDsl.Generator.Ir;

/// <summary>How a noise is drawn, and what replaces it in inference.</summary>
/// <param name="Linked">The op of programs that it becomes, with its <see cref="Mask"/>.</param>
/// <param name="EachStep">Whether each step draws new numbers.</param>
/// <param name="Keeps">True: an element is kept with the probability of the rate, and multiplied by the rate in inference. False: an
/// element is dropped with that probability and scaled up otherwise, and inference leaves it unchanged.</param>
public sealed record NoiseRule(Func<Op> Linked, bool EachStep, bool Keeps);
