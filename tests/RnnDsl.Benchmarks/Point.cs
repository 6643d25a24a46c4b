using System.Globalization;

namespace RnnDsl.Benchmarks;

/// <summary>The sizes of a measurement.</summary>
/// <param name="Hidden">Units of the cell.</param>
/// <param name="Batch">Sequences side by side.</param>
/// <param name="Steps">Time steps of each.</param>
/// <param name="Input">Elements of a step.</param>
public readonly record struct Point(int Hidden, int Batch, int Steps, int Input)
{
    private const int Count = 4;

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
    /// <param name="inputs">Products of a step with an input.</param>
    /// <param name="states">Products of a step with a state.</param>
    public double Operations(int inputs, int states) =>
        2.0 * Steps * Batch * Hidden * (((double)states * Hidden) + ((double)inputs * Input));

    /// <summary>Reads four sizes, each at least 1, in the order of the properties.</summary>
    public static bool TryParse(ReadOnlySpan<string> sizes, out Point point)
    {
        point = default;
        Span<int> numbers = stackalloc int[Count];
        if (sizes.Length != Count)
        {
            return false;
        }
        for (var i = 0; i < Count; i++)
        {
            var isNumber = int.TryParse(sizes[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]);
            if (!isNumber || numbers[i] == 0)
            {
                return false;
            }
        }
        point = new(numbers[0], numbers[1], numbers[2], numbers[3]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Hidden} {Batch} {Steps} {Input}";
}
