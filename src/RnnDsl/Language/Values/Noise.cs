using RnnDsl.RandomNumbers;

namespace RnnDsl;

/// <summary>
/// Turns noise on for the reference execution, on this thread, until it is disposed: <c>Dropout</c> and its like then drop what
/// a step of training drops of an example. Without it they have no noise, as in inference.
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

    /// <summary>How many noises the equations have passed: which one comes next.</summary>
    internal int Site { get; set; }

    /// <summary>The time step that runs.</summary>
    internal int Time { get; set; }

    /// <summary>The noise of an example in a step of training.</summary>
    /// <param name="seed">The seed of the training loop.</param>
    /// <param name="step">How many steps its optimizer had taken before.</param>
    /// <param name="example">The number of the example in its data set, or in a batch that comes from none.</param>
    public static Noise Of(ulong seed, long step, int example) =>
        current = new Noise(MaskWords.Key(seed, (uint)step, (uint)example));

    /// <summary>Noise goes back to what it was.</summary>
    public void Dispose() => current = outer;

    /// <summary>Whether a random number is below the rate.</summary>
    internal bool IsBelow(int site, int time, int unit, float rate) =>
        MaskWords.Word(MaskWords.Key(example, site, time), unit) < MaskWords.Threshold(rate);
}
