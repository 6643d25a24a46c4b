using RnnDsl.Inference;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

public sealed partial class ParameterStore
{
    private readonly List<WeakReference<IWeightReaders>> readers = [];

    /// <summary>Held while the numbers are written, or packed for programs, so that a reader sees one consistent version.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>The loan of the newest numbers to a device.</summary>
    internal Loan Loan { get; }

    /// <summary>
    /// Whether a training has changed the parameters: more changes will follow, so programs read copies and do not block it.
    /// </summary>
    internal bool IsTrained { get; private set; }

    /// <summary>Replaces the numbers of a parameter. Concurrent predictions see either the old numbers or the new ones, never a mixture.</summary>
    /// <param name="name">Its path: <c>rnn.Wxh</c>.</param>
    /// <param name="values">Row by row: rows times columns of them.</param>
    /// <exception cref="ArgumentException">
    /// There is no such parameter, or it has another number of elements, or one is not finite; nothing was changed.
    /// </exception>
    public void Set(string name, ReadOnlySpan<float> values)
    {
        var item = Find(name);
        if (values.Length != item.Length)
        {
            throw new ArgumentException(
                Invariant($"Parameter '{name}' {item.Shape} has {item.Length} numbers, got {values.Length}."),
                nameof(values)
            );
        }

        RequireSetting(item, values[0]);
        RequireFinite(name, values);
        using var write = BeginWrite();
        for (var row = 0; row < item.Rows; row++)
            values.Slice(row * item.Columns, item.Columns).CopyTo(RowOf(item, row));
    }

    /// <summary>Replaces one row of a parameter.</summary>
    /// <param name="name">Its path: <c>words.table</c>.</param>
    /// <param name="row">From 0 to <see cref="ParameterInfo.Rows"/> - 1.</param>
    /// <param name="values">As many as there are columns.</param>
    /// <exception cref="ArgumentException">
    /// There is no such parameter or row, or it has another number of elements, or one is not finite; nothing was changed.
    /// </exception>
    public void SetRow(string name, int row, ReadOnlySpan<float> values)
    {
        var item = Find(name);
        StartOf(item, row);
        if (values.Length != item.Columns)
        {
            throw new ArgumentException(
                Invariant($"A row of parameter '{name}' {item.Shape} has {item.Columns} numbers, got {values.Length}."),
                nameof(values)
            );
        }

        RequireSetting(item, values[0]);
        RequireFinite(name, values);
        using var write = BeginWrite();
        values.CopyTo(RowOf(item, row));
    }

    /// <summary>The numbers of all parameters, one parameter after the other in the order of <see cref="Items"/>.</summary>
    public float[] ToArray()
    {
        var all = new float[NumberCount];
        var rest = all.AsSpan();
        foreach (var item in items)
        {
            this[item.Name].CopyTo(rest);
            rest = rest[item.Length..];
        }

        return all;
    }

    /// <summary>Replaces the numbers of all parameters.</summary>
    /// <param name="values">As <see cref="ToArray"/> gave them.</param>
    /// <exception cref="ArgumentException">There are more or fewer, or one is not finite; nothing was changed.</exception>
    public void Set(ReadOnlySpan<float> values)
    {
        if (values.Length != NumberCount)
        {
            throw new ArgumentException(
                Invariant($"The parameters have {NumberCount} numbers, got {values.Length}."),
                nameof(values)
            );
        }

        RequireFinite("of all", values);
        var at = 0;
        foreach (var item in items)
        {
            RequireSetting(item, values[at]);
            at += item.Length;
        }

        using var write = BeginWrite();
        foreach (var item in items)
        {
            for (var row = 0; row < item.Rows; row++)
            {
                values[..item.Columns].CopyTo(RowOf(item, row));
                values = values[item.Columns..];
            }
        }
    }

    /// <summary>Adds programs that read the parameters.</summary>
    internal void Add(IWeightReaders programs)
    {
        lock (Gate)
        {
            readers.RemoveAll(static known => !known.TryGetTarget(out _));
            readers.Add(new(programs));
        }
    }

    /// <summary>
    /// Begins a change of the numbers, which ends with the scope: until then no program packs them or reads them in place.
    /// </summary>
    internal WriteScope BeginWrite()
    {
        Gate.Enter();
        try
        {
            Loan.End();
            LetGo();
            return new WriteScope(this);
        }
        catch
        {
            Gate.Exit();
            throw;
        }
    }

    /// <summary>Begins a step of a training, as <see cref="BeginWrite"/> does.</summary>
    internal WriteScope BeginTrainingStep()
    {
        Gate.Enter();
        IsTrained = true;
        try
        {
            LetGo();
            return new WriteScope(this);
        }
        catch
        {
            Gate.Exit();
            throw;
        }
    }

    private void LetGo()
    {
        foreach (var known in readers)
        {
            if (known.TryGetTarget(out var programs))
                programs.LetGo();
        }
    }

    // The field of the class holds the number too.
    private static void RequireSetting(ParameterInfo item, float number)
    {
        if (item.Setting is { } known && known != number)
        {
            throw new ArgumentException(
                Invariant($"'{item.Name}' is a setting, {known}, got {number}: make the model with another number.")
            );
        }
    }

    private static void RequireFinite(string name, ReadOnlySpan<float> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
                throw new ArgumentException(
                    Invariant($"Number {i} for parameter '{name}' is {values[i]}."),
                    nameof(values)
                );
        }
    }

    /// <summary>A change of the numbers.</summary>
    internal readonly ref struct WriteScope(ParameterStore store)
    {
        /// <summary>Ends the change: from now on programs pack the new numbers.</summary>
        public void Dispose()
        {
            store.Changed();
            store.Gate.Exit();
        }
    }
}
