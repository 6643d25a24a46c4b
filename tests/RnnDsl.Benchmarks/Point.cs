namespace RnnDsl.Benchmarks;

/// <summary>The sizes of a measurement.</summary>
/// <param name="Hidden">Units of the cell.</param>
/// <param name="Batch">Sequences side by side.</param>
/// <param name="Steps">Time steps of each.</param>
/// <param name="Input">Elements of a step.</param>
public readonly record struct Point(int Hidden, int Batch, int Steps, int Input)
{
    /// <summary>Where the peers are timed too: small and large, one row, sizes that fill no vector, the shape of the sine sample.</summary>
    public static IReadOnlyList<Point> Grid { get; } =
    [
        new(50, 32, 10, 1),
        new(64, 32, 100, 64),
        new(128, 32, 100, 128),
        new(256, 32, 100, 256),
        new(256, 64, 100, 256),
        new(512, 64, 50, 512),
        new(64, 1, 100, 64),
        new(256, 1, 100, 256),
        new(128, 33, 100, 40),
        new(100, 20, 35, 100),
    ];

    /// <summary>Operations of the forward products, counted as the peers count them.</summary>
    public double Operations(int gates) => 2.0 * Steps * Batch * gates * Hidden * (Hidden + Input);

    /// <inheritdoc/>
    public override string ToString() => $"{Hidden} {Batch} {Steps} {Input}";
}
