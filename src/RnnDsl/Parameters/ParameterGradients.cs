namespace RnnDsl.Parameters;

/// <summary>
/// The gradients of all parameters of a store, laid out as the store lays out the parameters. Those of a table
/// (<see cref="ParameterInfo.IsTable"/>) are zero but in the rows that the batch picked (<see cref="TouchedRows"/>).
/// </summary>
public sealed class ParameterGradients
{
    private readonly PinnedFloats memory;
    private readonly Dictionary<string, TouchedRows> tables = new(StringComparer.Ordinal);
    private ParameterRun[] runs = [];
    private int count;

    // Kept, so that a step makes none.
    private readonly Func<ParameterInfo, bool> isTrained;
    private HashSet<string> frozen = new(StringComparer.Ordinal);

    internal ParameterGradients(ParameterStore store)
    {
        Store = store;
        isTrained = IsTrained;
        memory = new PinnedFloats(store.Values.Length);
        foreach (var item in store.Tables)
        {
            tables.Add(item.Name, new TouchedRows(item.Rows));
        }
    }

    /// <summary>The parameters that the gradients belong to.</summary>
    public ParameterStore Store { get; }

    /// <summary>All numbers, with the padding, which is zero.</summary>
    internal Span<float> Values
    {
        get
        {
            Loan.End();
            return memory.Span;
        }
    }

    /// <summary>The loan of the newest gradients to a device.</summary>
    internal Loan Loan { get; } = new(new Lock());

    /// <summary>The gradient of one parameter, row by row without a gap: element (r, c) is at r * columns + c.</summary>
    /// <param name="name">The parameter's path: <c>rnn.Wxh</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public ReadOnlySpan<float> this[string name]
    {
        get
        {
            var item = Store.Find(name);
            var padded = Values.Slice(item.Offset, item.Span);
            return item.Stride == item.Columns ? padded : item.WithoutPadding(padded);
        }
    }

    /// <summary>
    /// The runs of the store that a batch changes, ascending: everything outside of tables, and the picked rows of tables, but nothing that
    /// is frozen.
    /// </summary>
    internal ReadOnlySpan<ParameterRun> Runs => Collect(isTrained);

    /// <summary>The same outside of tables.</summary>
    internal ParameterRun[] DenseRuns => Collect(item => !item.IsTable && IsTrained(item)).ToArray();

    /// <summary>Whether an optimizer changes a parameter.</summary>
    internal bool IsTrained(ParameterInfo item) => !item.IsFrozen && !frozen.Contains(item.Name);

    /// <summary>Chooses, besides those that the declaration says, the parameters that no optimizer changes.</summary>
    internal void Freeze(IEnumerable<string> names) => frozen = [.. names];

    /// <summary>The most floats that <see cref="Runs"/> can cover for batches of this size.</summary>
    internal int Most
    {
        get
        {
            var most = Store.DenseCount;
            foreach (var item in Store.Tables)
            {
                most += tables[item.Name].Most * item.Stride;
            }

            return most;
        }
    }

    /// <summary>One row of a parameter's gradient.</summary>
    /// <param name="name">The parameter's path: <c>words.table</c>.</param>
    /// <param name="row">From 0 to <see cref="ParameterInfo.Rows"/> - 1.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or no such row.</exception>
    public ReadOnlySpan<float> Row(string name, int row)
    {
        var item = Store.Find(name);
        return Values.Slice(item.Offset + ParameterStore.StartOf(item, row), item.Columns);
    }

    /// <summary>The rows of a table that the batch picked, ascending: the gradient of all others is zero.</summary>
    /// <param name="name">The parameter's path: <c>words.table</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or it is no table.</exception>
    public ReadOnlySpan<int> TouchedRows(string name) =>
        tables.TryGetValue(Store.Find(name).Name, out var touched)
            ? touched.Sorted
            : throw new ArgumentException(
                $"Parameter '{name}' is no table: equations do more with it than pick rows, so all of its rows have a gradient.",
                nameof(name)
            );

    /// <summary>The gradient of one parameter, for kernels.</summary>
    /// <param name="name">The parameter's path: <c>rnn.Wxh</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public unsafe ParameterSlice Slice(string name)
    {
        var item = Store.Find(name);
        return new ParameterSlice(memory.Pointer + item.Offset, item);
    }

    /// <summary>The gradient of a matrix whose rows tokens pick.</summary>
    /// <param name="name">The parameter's path: <c>words.table</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public RowGradients Rows(string name) => new(Slice(name), tables.GetValueOrDefault(name));

    /// <summary>Records that a batch picked rows of a matrix, if it is a table.</summary>
    internal void Touch(string name, ReadOnlySpan<float> tokens) => tables.GetValueOrDefault(name)?.Add(tokens);

    /// <summary>Sets all gradients to zero; rows that no batch picked since the last time are zero already.</summary>
    public void Clear()
    {
        Loan.Drop();
        // Of what is frozen for one training alone there are gradients.
        foreach (var run in Collect(static item => !item.IsFrozen))
        {
            Values.Slice(run.First, run.Length).Clear();
        }

        foreach (var table in tables.Values)
        {
            table.Clear();
        }
    }

    private ReadOnlySpan<ParameterRun> Collect(Func<ParameterInfo, bool> isThere)
    {
        Reserve();
        count = 0;
        // Parameters lie side by side, so that all outside of tables are one run.
        for (var i = 0; i < Store.Items.Count; i++)
        {
            var item = Store.Items[i];
            if (!isThere(item))
            {
                continue;
            }

            if (!item.IsTable)
            {
                Add(item.Offset, ParameterInfo.Pad(item.Span));
                continue;
            }

            foreach (var row in tables[item.Name].Sorted)
            {
                Add(item.Offset + row * item.Stride, item.Stride);
            }
        }

        return runs.AsSpan(0, count);
    }

    // Reserved for any batch of this size, so that none of them allocates.
    private void Reserve()
    {
        var most = Store.Items.Count;
        foreach (var item in Store.Tables)
        {
            most += tables[item.Name].Most;
        }

        if (runs.Length < most)
        {
            runs = new ParameterRun[most];
        }
    }

    private void Add(int first, int length)
    {
        if (length == 0)
        {
            return;
        }

        if (count > 0 && runs[count - 1] is var last && last.First + last.Length == first)
        {
            runs[count - 1] = last with { Length = last.Length + length };
            return;
        }

        runs[count++] = new(first, length);
    }
}
