using RnnDsl.Simd;

namespace RnnDsl.Parameters;

/// <summary>The distinct rows of a table that the tokens of a batch pick: a training step updates only these.</summary>
/// <param name="count">The number of rows in the table.</param>
internal sealed class TouchedRows(int count)
{
    private readonly int[] marks = new int[count];
    private int[] rows = [];
    private int mark = 1;
    private int tokens;
    private int touched;
    private bool isSorted = true;

    /// <summary>The rows, ascending.</summary>
    public ReadOnlySpan<int> Sorted
    {
        get
        {
            var found = rows.AsSpan(0, touched);
            if (!isSorted)
            {
                found.Sort();
                isSorted = true;
            }

            return found;
        }
    }

    /// <summary>The maximum number of rows that batches of this size can pick, for which memory is reserved.</summary>
    public int Most => rows.Length;

    /// <summary>Adds the rows that the tokens of a batch pick.</summary>
    public void Add(RowBuffer picks, int slot, Lengths lengths)
    {
        Reserve(lengths.Total);
        for (var step = 0; step < lengths.Steps; step++)
        {
            var atStep = picks.At(slot + step);
            for (var row = 0; row < lengths.RowsAt(step); row++)
            {
                Add(atStep.Token(row));
            }
        }
    }

    /// <summary>Adds rows.</summary>
    public void Add(ReadOnlySpan<float> picks)
    {
        Reserve(picks.Length);
        foreach (var row in picks)
        {
            Add((int)row);
        }
    }

    /// <summary>Removes all rows.</summary>
    public void Clear()
    {
        (touched, tokens, isSorted) = (0, 0, true);
        if (mark == int.MaxValue)
        {
            Array.Clear(marks);
            mark = 0;
        }

        mark++;
    }

    private void Reserve(int more)
    {
        tokens += more;
        if (rows.Length < Math.Min(tokens, count))
        {
            Array.Resize(ref rows, Math.Min(tokens, count));
        }
    }

    private void Add(int row)
    {
        if (marks[row] != mark)
        {
            marks[row] = mark;
            rows[touched++] = row;
            isSorted = false;
        }
    }
}
