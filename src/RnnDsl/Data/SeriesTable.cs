using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>
/// A time series of several columns: at each step it has a number for each of them. The numbers lie step by step, those of one
/// step side by side, which is how a <c>Seq</c> of as many features takes them.
/// </summary>
public sealed class SeriesTable
{
    private readonly string[] names;

    /// <summary>A table of numbers that lie step by step already.</summary>
    /// <param name="values">The numbers of all columns at the first step, then those of the second; it is not copied.</param>
    /// <param name="columns">The number of columns, at least 1; they are named by their numbers, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than one column.</exception>
    /// <exception cref="ArgumentException">There are no numbers, or the last step does not have all columns.</exception>
    public SeriesTable(ReadOnlyMemory<float> values, int columns)
        : this(values, Numbered(columns, values.Length)) { }

    /// <summary>A table of numbers that lie step by step already.</summary>
    /// <param name="values">The numbers of all columns at the first step, then those of the second; it is not copied.</param>
    /// <param name="names">The names of the columns, each once.</param>
    /// <exception cref="ArgumentException">
    /// No column is named, or one twice; there are no numbers, or the last step does not have all columns.
    /// </exception>
    public SeriesTable(ReadOnlyMemory<float> values, IReadOnlyList<string> names)
    {
        this.names = [.. ColumnNames.Require(names)];
        RequireWhole(values.Length, this.names.Length);
        Values = values;
        Steps = values.Length / this.names.Length;
    }

    /// <summary>The numbers of all columns at the first step, then those of the second.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>The number of steps, at least 1.</summary>
    public int Steps { get; }

    /// <summary>The number of columns, at least 1.</summary>
    public int Columns => names.Length;

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>A number.</summary>
    /// <param name="step">From 0.</param>
    /// <param name="column">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step or column.</exception>
    public float this[int step, int column]
    {
        get
        {
            Require(step, Steps, nameof(step));
            Require(column, Columns, nameof(column));
            return Values.Span[(step * Columns) + column];
        }
    }

    /// <summary>Some of the steps, as a view: <c>table[100..]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such steps.</exception>
    /// <exception cref="ArgumentException">None is left.</exception>
    public SeriesTable this[Range steps]
    {
        get
        {
            var (first, count) = steps.GetOffsetAndLength(Steps);
            return new(Values.Slice(first * Columns, count * Columns), names);
        }
    }

    /// <summary>A table of columns of the same length, which are copied.</summary>
    /// <param name="columns">The numbers of each column, first step to last.</param>
    /// <exception cref="ArgumentException">There is no column, or one is longer than another, or they are empty.</exception>
    public static SeriesTable Of(params IReadOnlyList<float[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var names = Numbered(columns.Count, columns.Count);
        var values = new float[checked(columns.Count * columns[0].Length)];
        for (var column = 0; column < columns.Count; column++)
        {
            if (columns[column].Length != columns[0].Length)
            {
                throw new ArgumentException(
                    Invariant(
                        $"Expected columns of one length, got {columns[0].Length} numbers in the first and "
                            + $"{columns[column].Length} in number {column}."
                    ),
                    nameof(columns)
                );
            }

            for (var step = 0; step < columns[column].Length; step++)
            {
                values[(step * columns.Count) + column] = columns[column][step];
            }
        }

        return new(values, names);
    }

    /// <summary>The numbers of a column, first step to last, in a new array.</summary>
    /// <param name="column">Its number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public float[] Column(int column)
    {
        Require(column, Columns, nameof(column));
        var numbers = new float[Steps];
        var values = Values.Span;
        for (var step = 0; step < numbers.Length; step++)
        {
            numbers[step] = values[(step * Columns) + column];
        }

        return numbers;
    }

    /// <summary>The numbers of a column, first step to last, in a new array.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public float[] Column(string name)
    {
        var column = Array.IndexOf(names, name);
        return column >= 0
            ? Column(column)
            : throw new ArgumentException(
                $"There is no column {Quote.Text(name)}: the columns are {Quote.Names(names)}.",
                nameof(name)
            );
    }

    private static string[] Numbered(int columns, int values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        RequireWhole(values, columns);
        return [.. Enumerable.Range(0, columns).Select(column => FormattableString.Invariant($"{column}"))];
    }

    private static void RequireWhole(int values, int columns)
    {
        if (values == 0 || values % columns != 0)
        {
            throw new ArgumentException(
                Invariant(
                    $"Expected a number for each of {columns} columns at each step, "
                        + $"got {values} numbers, of which {values % columns} are left over."
                ),
                nameof(values)
            );
        }
    }

    private static void Require(int index, int count, string name)
    {
        if ((uint)index >= (uint)count)
        {
            throw new ArgumentOutOfRangeException(name, index, Invariant($"Expected a {name} from 0 to {count - 1}."));
        }
    }
}
