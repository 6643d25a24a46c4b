using RnnDsl.RandomNumbers;

namespace RnnDsl;

/// <summary>
/// Turns noise on for the reference execution, on this thread, until it is disposed: <c>Dropout</c> and similar functions then drop the same
/// elements as a training step drops for an example. Without it they have no noise, as in inference.
/// <code>
/// using (Noise.Of(training.Seed, step: 0, example: 3)) { var loss = training.Loss(xs, y); }
/// </code>
/// </summary>
public sealed class Noise : IDisposable
{
    [ThreadStatic]
    private static Noise? current;

    private readonly Noise? outer = current;
    private readonly ulong example;

    private Noise(ulong example) => this.example = example;

    internal static Noise? Current => current;

    /// <summary>The index of the next noise in the equations.</summary>
    internal int Site { get; set; }

    /// <summary>The current time step.</summary>
    internal int Time { get; set; }

    /// <summary>Turns on the noise of an example in a training step.</summary>
    /// <param name="seed">The seed of the training loop.</param>
    /// <param name="step">The number of earlier optimizer steps.</param>
    /// <param name="example">The number of the example in its data set, or in its batch if there is no data set.</param>
    public static Noise Of(ulong seed, long step, int example) =>
        current = new Noise(MaskWords.Key(seed, (uint)step, (uint)example));

    /// <summary>Restores the previous noise.</summary>
    public void Dispose() => current = outer;

    /// <summary>A normal number of mean 0 and standard deviation 1.</summary>
    internal double Normal(int site, int time, int unit) => MaskWords.Normal(MaskWords.Key(example, site, time), unit);

    /// <summary>Whether a random number is below the rate.</summary>
    internal bool IsBelow(int site, int time, int unit, float rate) =>
        MaskWords.Word(MaskWords.Key(example, site, time), unit) < MaskWords.Threshold(rate);
}
