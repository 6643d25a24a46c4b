using RnnDsl.Simd;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <content>Memory and first values, which no parameter has before a number is asked for.</content>
public sealed partial class ParameterStore
{
    private readonly Lock drawing = new();
    private volatile List<InitialValues>? undrawn;

    /// <summary>Whether a file is about to give the numbers, which has given the sizes already.</summary>
    internal bool IsBlank { get; init; }

    /// <summary>How many parameters were drawn.</summary>
    internal int DrawnCount { get; private set; }

    /// <summary>
    /// Says how a parameter that was just added gets its first values. They are drawn when a number is first asked for: of a model
    /// that is loaded before, never.
    /// </summary>
    internal void Initialize(InitialValues values) => (undrawn ??= []).Add(values);

    /// <summary>Makes the memory, and draws what was put off. A parameter that is added later is drawn the next time.</summary>
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

    /// <summary>Says that all numbers are about to be written, so that none needs to be drawn.</summary>
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
            // Exactly what is needed the first time, which is after the last parameter in all but tests.
            var larger = new PinnedFloats((int)Math.Clamp(2L * memory.Count, Count, PinnedFloats.Most));
            memory.Span.CopyTo(larger.Span);
            memory = larger;
        }
    }

    /// <exception cref="ArgumentException">An array cannot hold the parameter beside those that are there.</exception>
    /// <exception cref="InvalidDataException">The same, and a file has given the sizes.</exception>
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
