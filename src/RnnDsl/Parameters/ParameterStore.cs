using RnnDsl.Simd;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>
/// All parameters of a model in one flat block of memory, in natural row-major order: the fields of the model's cells and
/// layers are views of it. Each parameter starts at a multiple of 16 floats; the padding between is always zero.
/// </summary>
public sealed partial class ParameterStore
{
    private readonly List<ParameterInfo> items = [];
    private readonly Dictionary<string, ParameterInfo> byName = new(StringComparer.Ordinal);
    private PinnedFloats memory = new(0);
    private bool isComplete;
    private int version;

    internal ParameterStore() => Loan = new(Gate);

    /// <summary>The parameters, in the order in which the model declares them.</summary>
    public IReadOnlyList<ParameterInfo> Items => items;

    /// <summary>The number of floats in the store, including the padding of each parameter to a multiple of 16.</summary>
    public int Count { get; private set; }

    /// <summary>The number of floats outside of tables, which every training step updates.</summary>
    public int DenseCount { get; private set; }

    /// <summary>How many numbers are trained: without the padding, and without what is frozen or constant.</summary>
    public long TrainableCount => items.Sum(static item => item.IsFrozen ? 0 : (long)item.Length);

    /// <summary>How many numbers there are, frozen and constant ones included, without the padding.</summary>
    internal long NumberCount => items.Sum(static item => (long)item.Length);

    /// <summary>Counts the changes: compare it to detect whether a value computed from the parameters is stale.</summary>
    /// <remarks>If a training on a device has the newest numbers, this and all other members that read numbers fetch them.</remarks>
    public int Version
    {
        get
        {
            Loan.End();
            return Volatile.Read(ref version);
        }
    }

    /// <summary>The numbers of one parameter, row by row without a gap: element (r, c) is at r * columns + c.</summary>
    /// <param name="name">Its path: <c>rnn.Wxh</c>.</param>
    /// <remarks>
    /// It is read-only, since a write through it would not be noticed; to write, use <see cref="Set(string, ReadOnlySpan{float})"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public ReadOnlySpan<float> this[string name]
    {
        get
        {
            var item = Find(name);
            var padded = Values.Slice(item.Offset, item.Span);
            return item.Stride == item.Columns ? padded : item.WithoutPadding(padded);
        }
    }

    /// <summary>One row of a parameter.</summary>
    /// <param name="name">Its path: <c>words.table</c>.</param>
    /// <param name="row">From 0 to <see cref="ParameterInfo.Rows"/> - 1.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or no such row.</exception>
    public ReadOnlySpan<float> Row(string name, int row) => RowOf(Find(name), row);

    /// <summary>All numbers, with the padding; writing to them is part of a <see cref="BeginWrite"/>.</summary>
    internal Span<float> Values => Complete().Span[..Count];

    /// <summary>One row of a parameter; writing to it is part of a <see cref="BeginWrite"/>.</summary>
    internal Span<float> RowOf(ParameterInfo item, int row) =>
        Values.Slice(item.Offset + StartOf(item, row), item.Columns);

    /// <summary>Records that numbers were written, so that packed copies of the parameters are updated before the next use.</summary>
    internal void Changed() => Volatile.Write(ref version, version + 1);

    /// <summary>The numbers of one parameter, for kernels.</summary>
    /// <param name="name">Its path: <c>rnn.Wxh</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public unsafe ParameterSlice Slice(string name)
    {
        var item = Find(name);
        return new ParameterSlice(Complete().Pointer + item.Offset, item);
    }

    /// <summary>The rows of a matrix parameter, for tokens to pick.</summary>
    /// <param name="name">Its path: <c>words.table</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public TableRows Table(string name) => new(Slice(name));

    /// <summary>A vector parameter, as the same row for every example.</summary>
    /// <param name="name">Its path: <c>rnn.b</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public unsafe Rows Vector(string name)
    {
        var slice = Slice(name);
        return Rows.Vector(slice.Pointer, slice.Length);
    }

    /// <summary>Memory for the gradients of all parameters, in the same layout; zero.</summary>
    public ParameterGradients NewGradients() => new(this);

    /// <summary>The location of a parameter.</summary>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    internal ParameterInfo Find(string name) =>
        byName.TryGetValue(name, out var item)
            ? item
            : throw new ArgumentException(
                $"There is no parameter '{name}'; there are {string.Join(", ", items.Select(static known => known.Name))}.",
                nameof(name)
            );

    /// <summary>Reads a number while the store may still grow.</summary>
    internal double Read(int position)
    {
        Draw();
        Loan.End();
        return memory[position];
    }

    /// <summary>The <see cref="Version"/>, for a holder of a loan: reading it does not end the loan.</summary>
    internal int VersionFor(object holder) => Loan.IsWith(holder) ? version : Version;

    /// <summary>Reads numbers that lie side by side while the store may still grow.</summary>
    internal ReadOnlySpan<float> Read(int position, int count)
    {
        Draw();
        Loan.End();
        return memory.Span.Slice(position, count);
    }

    /// <summary>The tables: parameters that equations use only to pick rows.</summary>
    internal List<ParameterInfo> Tables { get; } = [];

    /// <summary>Allocates a parameter; its numbers are zero.</summary>
    /// <exception cref="InvalidOperationException">The memory was handed out already: growing would move it.</exception>
    /// <exception cref="ArgumentException">The name is taken, or an array cannot hold the numbers.</exception>
    internal ParameterInfo Add(
        string name,
        int rows,
        int columns,
        bool isVector,
        bool isTable = false,
        bool isFrozen = false
    )
    {
        // Before the shape is made: the count of its numbers may not be an int.
        RequireRoom(name, rows, columns, isTable);
        return Add(new ParameterInfo(name, rows, columns, isVector, isTable) { IsFrozen = isFrozen });
    }

    /// <summary>Allocates a setting.</summary>
    /// <exception cref="InvalidOperationException">The memory was handed out already: growing would move it.</exception>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    internal ParameterInfo AddSetting(string name, float number)
    {
        RequireRoom(name, rows: 1, columns: 1, isTable: false);
        return Add(new ParameterInfo(name, Rows: 1, Columns: 1, IsVector: true) { IsFrozen = true, Setting = number });
    }

    private ParameterInfo Add(ParameterInfo shape)
    {
        var name = shape.Name;
        if (isComplete)
        {
            throw new InvalidOperationException($"Parameter '{name}' cannot be added: the model is complete.");
        }

        var item = shape with { Offset = Count };
        if (!byName.TryAdd(name, item))
        {
            throw new ArgumentException($"There is a parameter '{name}' already.", nameof(name));
        }

        items.Add(item);
        if (item.IsTable)
        {
            Tables.Add(item);
        }

        var size = ParameterInfo.Pad(item.Span);
        Count += size;
        DenseCount += item.IsTable ? 0 : size;
        return item;
    }

    /// <summary>The offset of a row from the start of its parameter.</summary>
    internal static int StartOf(ParameterInfo item, int row) =>
        (uint)row < (uint)item.Rows
            ? row * item.Stride
            : throw new ArgumentOutOfRangeException(
                nameof(row),
                row,
                Invariant($"'{item.Name}' {item.Shape} has no row {row}.")
            );

    private PinnedFloats Complete()
    {
        isComplete = true;
        Draw();
        Loan.End();
        return memory;
    }
}
