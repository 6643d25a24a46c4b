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

    internal ParameterGradients(ParameterStore store)
    {
        Store = store;
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
    /// The runs of the store that a batch changes, ascending: everything outside of tables, and the picked rows of tables.
    /// </summary>
    internal ReadOnlySpan<ParameterRun> Runs
    {
        get
        {
            Collect();
            return runs.AsSpan(0, count);
        }
    }

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
        foreach (var run in Runs)
        {
            Values.Slice(run.First, run.Length).Clear();
        }

        foreach (var table in tables.Values)
        {
            table.Clear();
        }
    }

    private void Collect()
    {
        Reserve();
        count = 0;
        var first = 0;
        foreach (var item in Store.Tables)
        {
            Add(first, item.Offset - first);
            foreach (var row in tables[item.Name].Sorted)
            {
                Add(item.Offset + row * item.Stride, item.Stride);
            }

            first = item.Offset + item.Span;
        }

        Add(first, memory.Count - first);
    }

    // Reserved for any batch of this size, so that none of them allocates.
    private void Reserve()
    {
        var most = 1;
        foreach (var item in Store.Tables)
        {
            most += 1 + tables[item.Name].Most;
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
