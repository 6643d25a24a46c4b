using RnnDsl.Simd;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <content>Memory and initial values, which are made on the first access to a number.</content>
public sealed partial class ParameterStore
{
    private readonly Lock drawing = new();
    private volatile List<InitialValues>? undrawn;

    /// <summary>Whether the parameters are about to be loaded from a file, which already gave the sizes.</summary>
    internal bool IsBlank { get; init; }

    /// <summary>
    /// The seed of random first values: that of the model's constructor, and 0 where a file gave the parameters. Those of <c>Initialize</c>
    /// are drawn with it.
    /// </summary>
    public ulong Seed { get; set; }

    /// <summary>The number of parameters whose initial values are drawn.</summary>
    internal int DrawnCount { get; private set; }

    /// <summary>
    /// Records how the parameter added last is initialized. Initial values are drawn on the first access to a number:
    /// never, if a file is loaded before.
    /// </summary>
    internal void Initialize(InitialValues values) => (undrawn ??= []).Add(values);

    /// <summary>Allocates the memory and draws the deferred initial values. A parameter that is added later is drawn on the next call.</summary>
    private void Draw()
    {
        if (undrawn is null && memory.Count >= Count)
        {
            return;
        }

        lock (drawing)
        {
            Grow();
            var panels = new Panels();
            foreach (var values in undrawn ?? [])
            {
                values.Write(memory.Span.Slice(values.Item.Offset, values.Item.Span), Workers.Shared, panels);
                DrawnCount++;
            }

            undrawn = null;
        }
    }

    /// <summary>Records that all numbers are about to be overwritten, so that none needs to be drawn.</summary>
    private void SkipDrawing()
    {
        lock (drawing)
        {
            Grow();
            undrawn = null;
        }
    }

    private void Grow()
    {
        if (memory.Count < Count)
        {
            // The exact size the first time: except in tests, all parameters are added by then.
            var larger = new PinnedFloats((int)Math.Clamp(2L * memory.Count, Count, PinnedFloats.Most));
            memory.Span.CopyTo(larger.Span);
            memory = larger;
        }
    }

    /// <exception cref="ArgumentException">An array cannot hold the parameter in addition to the existing ones.</exception>
    /// <exception cref="InvalidDataException">The same, with sizes from a file.</exception>
    private void RequireRoom(string name, int rows, int columns, bool isTable)
    {
        var stride = isTable ? (columns + 15L) / 16 * 16 : columns;
        var all = Count + ((rows * stride) + 15) / 16 * 16;
        if (all <= PinnedFloats.Most)
        {
            return;
        }

        var problem = Invariant(
            $"Parameter '{name}' [{rows}, {columns}] has {(long)rows * columns} numbers, and the model {all} with it; "
                + $"the most are {PinnedFloats.Most}."
        );
        throw IsBlank
            ? new InvalidDataException($"The file is that of another model: {problem}")
            : new ArgumentException($"{problem} Make its dims smaller.", nameof(rows));
    }
}
