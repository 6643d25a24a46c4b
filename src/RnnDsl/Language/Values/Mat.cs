using System.ComponentModel;
using System.Diagnostics;
using RnnDsl.Parameters;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl;

/// <summary>
/// A matrix of real numbers. <c>W * x</c> is the product with a vector of <typeparamref name="C"/>, a vector of
/// <typeparamref name="R"/>; any other vector is an error of the C# compiler. As a field of a cell or layer it is a parameter,
/// and a view of the parameter store; as a <c>[State]</c>, or computed from values of an example (<c>Outer(v, k)</c>), it is a matrix of
/// the example. Other operators work element by element.
/// </summary>
/// <typeparam name="R">Names the number of rows.</typeparam>
/// <typeparam name="C">Names the number of columns.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct Mat<R, C>
    where R : IDim
    where C : IDim
{
    private readonly Numbers numbers;
    private readonly DimSize? rowSize;
    private readonly DimSize? columnSize;

    /// <summary>A matrix of these numbers.</summary>
    /// <param name="values">Row by row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="ArgumentException">There are not rows * columns values.</exception>
    public Mat(ReadOnlySpan<double> values, int rows, int columns)
        : this(new Numbers(values.ToArray()), rows, columns) { }

    /// <summary>A matrix of these numbers.</summary>
    /// <param name="values">Row by row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="ArgumentException">There are not rows * columns values.</exception>
    public Mat(ReadOnlySpan<float> values, int rows, int columns)
        : this(new Numbers(Numbers.From(values)), rows, columns) { }

    /// <summary>A matrix of these numbers.</summary>
    public Mat(double[,] values)
        : this(new Numbers([.. values.Cast<double>()]), values.GetLength(0), values.GetLength(1)) { }

    internal Mat(ParameterStore store, ParameterInfo item, DimSize rows, DimSize columns)
        : this(new Numbers(store, item), rows, columns) { }

    private Mat(Numbers numbers, DimSize rows, DimSize columns)
        : this(numbers, rows.Total, columns.Total) => (rowSize, columnSize) = (rows, columns);

    private Mat(Numbers numbers, int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        this.numbers = numbers;
        if (rows < 0 || columns < 0 || numbers.Count != (long)rows * columns)
        {
            throw new ArgumentException(
                Invariant($"{Shape.Of(this)} takes {(long)rows * columns} values; {numbers.Count} came."),
                nameof(numbers)
            );
        }
    }

    /// <summary>The number of rows; 0 for a field that no constructor filled.</summary>
    public int Rows { get; }

    /// <summary>The number of columns; 0 for a field that no constructor filled.</summary>
    public int Columns { get; }

    /// <summary>The number at a row and a column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public double this[int row, int column]
    {
        get
        {
            if ((uint)row >= (uint)Rows)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(row),
                    row,
                    Invariant($"{Shape.Of(this)} has no row {row}.")
                );
            }

            if ((uint)column >= (uint)Columns)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(column),
                    column,
                    Invariant($"{Shape.Of(this)} has no column {column}.")
                );
            }

            return numbers[(row * Columns) + column];
        }
    }

    /// <summary>The row that a token picks.</summary>
    /// <exception cref="ArgumentException">The token's vocabulary has another size than the matrix has rows.</exception>
    public Vec<C> this[Token<R> row]
    {
        get
        {
            if (row.Count != Rows)
            {
                throw Shape.Mismatch("[]", Shape.Of(this), Shape.Of(row));
            }

            var values = new double[Columns];
            numbers.CopyTo(row.Index * Columns, values);
            return new Vec<C>(new Numbers(values), columnSize);
        }
    }

    /// <summary>The rows that tokens pick, one at each step.</summary>
    /// <exception cref="ArgumentException">The tokens' vocabulary has another size than the matrix has rows.</exception>
    public Seq<C> this[Tokens<R> rows]
    {
        get
        {
            var self = this;
            return rows.Map(row => self[row]);
        }
    }

    /// <summary>The product of the matrix and a vector.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the number of columns.</exception>
    public static Vec<R> operator *(Mat<R, C> matrix, Vec<C> x)
    {
        if (matrix.Columns != x.Length)
        {
            throw Shape.Mismatch("*", Shape.Of(matrix), Shape.Of(x));
        }

        var factors = x.ToArray();
        var weights = new double[matrix.Columns];
        var result = new double[matrix.Rows];
        for (var row = 0; row < result.Length; row++)
        {
            matrix.numbers.CopyTo(row * weights.Length, weights);
            var sum = 0.0;
            for (var column = 0; column < weights.Length; column++)
            {
                sum += weights[column] * factors[column];
            }

            result[row] = sum;
        }

        return new Vec<R>(new Numbers(result), matrix.rowSize);
    }

    /// <summary>The product of the matrix and the vector of each step.</summary>
    /// <exception cref="ArgumentException">The sequence's width is not the number of columns.</exception>
    public static Seq<R> operator *(Mat<R, C> matrix, Seq<C> xs) => xs.Map(x => matrix * x);

    /// <summary>The matrix of zeros.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static Mat<R, C> Zero(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        return Create(rows, columns, static (_, _) => 0);
    }

    /// <summary>The matrix of zeros of two dims.</summary>
    /// <param name="rows">The number of rows, and the parts of a <see cref="Cat{A, B}"/>.</param>
    /// <param name="columns">The number of columns, and the parts of a <see cref="Cat{A, B}"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Mat<R, C> Zero(DimSize rows, DimSize columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        return Create(rows, columns, static (_, _) => 0);
    }

    internal static Mat<R, C> Create(DimSize rows, DimSize columns, Func<int, int, double> number)
    {
        var values = new double[rows.Total * columns.Total];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = number(i / columns.Total, i % columns.Total);
        }

        return new Mat<R, C>(new Numbers(values), rows, columns);
    }

    internal DimSize RowSize => rowSize ?? Rows;

    internal DimSize ColumnSize => columnSize ?? Columns;

    internal Mat<R, C> MapElements(Func<double, double> function) => new(numbers.Map(function), RowSize, ColumnSize);

    internal Mat<R, C> Zip(Mat<R, C> other, string operation, Func<double, double, double> function) =>
        DimSize.TryJoin(RowSize, other.RowSize, out var rows)
        && DimSize.TryJoin(ColumnSize, other.ColumnSize, out var columns)
            ? new(numbers.Zip(other.numbers, function), rows!, columns!)
            : throw Shape.Mismatch(operation, Shape.Of(this), Shape.Of(other));

    /// <summary>A copy of the numbers, row by row.</summary>
    public double[] ToArray() => numbers.ToArray();

    /// <summary>The shape and the rows: <c>Mat&lt;Hidden, Value&gt;[2, 2] (0.1, 0.2) (0.3, 0.4)</c>.</summary>
    public override string ToString()
    {
        const int Shown = 4;
        var self = this;
        var rows = Enumerable
            .Range(0, Math.Min(Rows, Shown))
            .Select(r => self.numbers.Format(r * self.Columns, self.Columns));
        return $"{Shape.Of(this)} {string.Join(' ', rows)}{(Rows > Shown ? " ..." : "")}";
    }
}
