using System.ComponentModel;
using RnnDsl.Parameters;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Simd;

/// <summary>
/// The lengths of a batch's sequences. Rows are sorted longest first, so the rows that are active at a step are
/// always a prefix: a row drops out when its sequence ends, and costs nothing from then on.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Lengths
{
    private readonly Lengths? once;
    private long[] sorted = [];
    private int[] rowOf = [];
    private int[] lengths = [];
    private int[] before = [];
    private PinnedFloats numbers = new(0);
    private PinnedFloats wholes = new(0);
    private PinnedFloats weights = new(0);

    internal Lengths()
        : this(new Lengths(once: null)) { }

    private Lengths(Lengths? once) => this.once = once;

    /// <summary>Rows of the batch.</summary>
    public int Rows { get; private set; }

    /// <summary>Steps of the longest sequence.</summary>
    public int Steps { get; private set; }

    /// <summary>Steps of all sequences together.</summary>
    public int Total { get; private set; }

    /// <summary>The same rows with one step each, for stages that run once.</summary>
    public Lengths Once => once ?? this;

    /// <summary>The weight of each row's loss in the loss of the batch.</summary>
    public unsafe Rows Weights => new(weights.Pointer, 1, Rows, 1);

    /// <summary>Whether the weight of a row is its number of steps; otherwise all rows have the same weight.</summary>
    internal bool IsWeighedBySteps { get; set; }

    /// <summary>Cancels a pass over these sequences between two steps.</summary>
    internal CancellationToken Cancellation { get; set; }

    /// <summary>Whether all sequences have the same length.</summary>
    internal bool AreEqual => Total == (long)Rows * Steps;

    /// <summary>Steps of a row's sequence.</summary>
    /// <param name="row">0 to <see cref="Rows"/> - 1.</param>
    public int this[int row] => lengths[row];

    /// <summary>Sequences of one length.</summary>
    /// <param name="rows">The number of sequences, at least 1.</param>
    /// <param name="steps">Steps of each, at least 1.</param>
    public static Lengths Equal(int rows, int steps)
    {
        var result = new Lengths();
        result.Set(rows, steps);
        return result;
    }

    /// <summary>Sequences of these lengths.</summary>
    /// <param name="examples">Steps of each example, at least 1, in any order.</param>
    public static Lengths Of(params ReadOnlySpan<int> examples)
    {
        var result = new Lengths();
        result.Set(examples);
        return result;
    }

    /// <summary>The row of an example.</summary>
    /// <param name="example">Its index in the lengths as they were given.</param>
    public int RowOf(int example) => rowOf[example];

    /// <summary>The number of rows that are active at a step: rows 0 to n - 1, since rows are sorted longest first.</summary>
    /// <param name="step">0 to <see cref="Steps"/> - 1.</param>
    public int RowsAt(int step) => before[step + 1] - before[step];

    /// <summary>The number of rows that are still active after a step: rows 0 to n - 1.</summary>
    /// <param name="step">0 to <see cref="Steps"/> - 1.</param>
    public int RowsAfter(int step) => step + 1 < Steps ? RowsAt(step + 1) : 0;

    /// <summary>The total number of rows of all earlier steps.</summary>
    /// <param name="step">0 to <see cref="Steps"/>.</param>
    public int Before(int step) => before[step];

    /// <summary>The step of a row in the sequence of the rows of all steps.</summary>
    /// <param name="place">0 to <see cref="Total"/> - 1.</param>
    internal int StepOf(int place)
    {
        var found = before.AsSpan(0, Steps + 1).BinarySearch(place);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The number of steps of each row, as an equation reads it.</summary>
    public unsafe Rows Numbers => new(numbers.Pointer, 1, Rows, 1);

    /// <summary>The same of the whole sequences, where the rows are windows of them.</summary>
    public unsafe Rows WholeNumbers => new(wholes.Pointer, 1, Rows, 1);

    /// <summary>
    /// Makes the rows windows of longer sequences, the first ones of another batch: a row has the weight of its sequence in that batch.
    /// </summary>
    /// <param name="whole">The batch of whole sequences, at least as many.</param>
    internal void BePartOf(Lengths whole)
    {
        for (var row = 0; row < Rows; row++)
        {
            wholes.Span[row] = whole[row];
            weights.Span[row] = WeightIn(whole, row);
        }
    }

    /// <exception cref="OperationCanceledException">The pass was cancelled.</exception>
    internal void ThrowIfCancelled() => Cancellation.ThrowIfCancellationRequested();

    internal void Set(int rows, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        Grow(rows, steps);
        for (var row = 0; row < rows; row++)
            (rowOf[row], lengths[row]) = (row, steps);
        Count();
        once?.Set(rows, 1);
    }

    internal void Set(ReadOnlySpan<int> examples)
    {
        ArgumentOutOfRangeException.ThrowIfZero(examples.Length);
        var longest = 0;
        foreach (var length in examples)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
            longest = Math.Max(longest, length);
        }

        Grow(examples.Length, longest);
        // The key holds length and example, so that equal lengths keep the order of the examples.
        for (var example = 0; example < Rows; example++)
            sorted[example] = ((long)(int.MaxValue - examples[example]) << 32) | (uint)example;
        sorted.AsSpan(0, Rows).Sort();
        for (var row = 0; row < Rows; row++)
        {
            var example = (int)sorted[row];
            rowOf[example] = row;
            lengths[row] = examples[example];
        }

        Count();
        once?.Set(Rows, 1);
    }

    private void Grow(int rows, int steps)
    {
        (Rows, Steps) = (rows, steps);
        if (lengths.Length < rows)
            (sorted, rowOf, lengths, numbers, wholes, weights) = (
                new long[rows],
                new int[rows],
                new int[rows],
                new(rows),
                new(rows),
                new(rows)
            );
        if (before.Length <= steps)
            before = new int[steps + 1];
    }

    private void Count()
    {
        var (rows, total) = (Rows, 0L);
        for (var step = 0; step < Steps; step++)
        {
            while (lengths[rows - 1] <= step)
                rows--;
            before[step] = (int)total;
            total += rows;
            if (total > int.MaxValue)
                throw new ArgumentException(
                    Invariant($"A batch of {Rows} sequences of up to {Steps} steps has too many steps in all.")
                );
        }

        before[Steps] = Total = (int)total;
        for (var row = 0; row < Rows; row++)
        {
            numbers.Span[row] = wholes.Span[row] = lengths[row];
            weights.Span[row] = WeightIn(this, row);
        }
    }

    private float WeightIn(Lengths batch, int row) =>
        IsWeighedBySteps ? (float)((double)batch[row] / batch.Total) : 1f / batch.Rows;
}
