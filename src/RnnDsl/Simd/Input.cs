using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Simd;

/// <summary>Checks a caller's data and writes it into the rows of a program.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Input
{
    /// <summary>Writes a vector into slot 0.</summary>
    /// <param name="data">As many numbers as the target is wide.</param>
    /// <param name="target">The input of the program.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="name">The argument's name, for messages.</param>
    /// <param name="example">The example's index, for messages.</param>
    /// <exception cref="ArgumentException">The data has another length, or a number in it is not finite.</exception>
    public static void Copy(ReadOnlySpan<float> data, RowBuffer target, int row, string name, in Place example)
    {
        if (data.Length != target.Width)
            throw Wrong(name, example, Invariant($"has {Count(data.Length)}, expected {target.Width}"));
        if (!CopyFinite(data, target.Row(0, row)))
            throw NotFinite(data, target.Width, name, example);
    }

    /// <summary>Writes a sequence, step t into slot t.</summary>
    /// <param name="data">[steps, width], row-major.</param>
    /// <param name="target">The input of the program.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="steps">The steps of the row: those of the example's first sequence.</param>
    /// <param name="name">The argument's name, for messages.</param>
    /// <param name="example">The example's index, for messages.</param>
    /// <exception cref="ArgumentException">The data has another shape, or a number in it is not finite.</exception>
    public static void CopySequence(
        ReadOnlySpan<float> data,
        RowBuffer target,
        int row,
        int steps,
        string name,
        in Place example
    )
    {
        var width = target.Width;
        if (Steps(data.Length, width, name, example) != steps)
        {
            throw Wrong(
                name,
                example,
                Invariant(
                    $"has {data.Length / width} steps of {width}, expected {steps}, as the example's first sequence"
                )
            );
        }

        for (var step = 0; step < steps; step++)
        {
            if (!CopyFinite(data.Slice(step * width, width), target.Row(step, row)))
                throw NotFinite(data, width, name, example);
        }
    }

    /// <summary>The steps of a sequence.</summary>
    /// <param name="length">Its numbers in all.</param>
    /// <param name="width">Its numbers for each step.</param>
    /// <param name="name">The argument's name, for messages.</param>
    /// <param name="example">The example's index, for messages.</param>
    /// <exception cref="ArgumentException">The sequence is empty, or its last step is not whole.</exception>
    public static int Steps(int length, int width, string name, in Place example)
    {
        if (length == 0)
            throw Wrong(name, example, Invariant($"is empty, expected at least one step of {width}"));
        if (length % width != 0)
            throw Wrong(
                name,
                example,
                Invariant($"has {Count(length)}, expected a multiple of {width}: {width} for each step")
            );
        return length / width;
    }

    /// <summary>The steps of a window.</summary>
    /// <param name="data">[steps, width], row-major.</param>
    /// <param name="width">Numbers, or tokens, for each step.</param>
    /// <param name="window">Which steps.</param>
    /// <param name="name">The argument's name, for messages.</param>
    /// <param name="example">The example's index, for messages.</param>
    /// <exception cref="ArgumentException">The sequence is not as long as the example's first one.</exception>
    public static ReadOnlyMemory<T> Cut<T>(
        ReadOnlyMemory<T> data,
        int width,
        Window window,
        string name,
        in Place example
    )
    {
        if (data.Length != (long)window.Total * width)
        {
            throw Wrong(
                name,
                example,
                Invariant(
                    $"has {Count(data.Length)}, expected {window.Total} steps of {width}, as the example's first sequence has steps"
                )
            );
        }

        return data.Slice(window.First * width, window.Steps * width);
    }

    /// <summary>Checks that two arguments have the same number of examples.</summary>
    /// <param name="count">Examples of one argument.</param>
    /// <param name="name">Its name.</param>
    /// <param name="expected">Examples of the first argument.</param>
    /// <param name="first">Its name.</param>
    /// <exception cref="ArgumentException">The numbers differ.</exception>
    public static void SameCount(int count, string name, int expected, string first)
    {
        if (count != expected)
            throw new ArgumentException(
                Invariant($"'{name}' has {count} examples, expected {expected}, as '{first}'."),
                name
            );
    }

    /// <summary>Checks that an argument has one step for each of some streams.</summary>
    /// <param name="length">Its numbers, or tokens, in all.</param>
    /// <param name="width">Its numbers, or tokens, of one step.</param>
    /// <param name="name">Its name.</param>
    /// <param name="streams">How many streams take the step.</param>
    /// <exception cref="ArgumentException">It has more or less.</exception>
    public static void SameRows(int length, int width, string name, int streams)
    {
        if (length != (long)streams * width)
        {
            var message = Invariant(
                $"'{name}' has {Count(length)}, expected {(long)streams * width}: {width} for each of {streams} streams."
            );
            throw new ArgumentException(message, name);
        }
    }

    /// <summary>The exception that names the offending number.</summary>
    private static ArgumentException NotFinite(ReadOnlySpan<float> data, int width, string name, in Place example)
    {
        var i = 0;
        while (float.IsFinite(data[i]))
            i++;
        var value = data[i].ToString(CultureInfo.InvariantCulture);
        var position =
            width == data.Length ? Invariant($"at index {i}") : Invariant($"at step {i / width}, index {i % width}");
        return Wrong(name, example, $"holds {value} {position}, expected finite numbers");
    }

    /// <summary>Copies and checks in one pass: the next call overwrites a wrong value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool CopyFinite(ReadOnlySpan<float> data, Span<float> target)
    {
        target = target[..data.Length];
        // Infinity and NaN are the numbers with all bits of the exponent set.
        var exponent = new Vector<int>(0x7F800000);
        var found = Vector<int>.Zero;
        var i = 0;
        for (; i <= data.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var vector = new Vector<float>(data[i..]);
            found |= Vector.Equals(Vector.AsVectorInt32(vector) & exponent, exponent);
            vector.CopyTo(target[i..]);
        }

        var isFinite = found == Vector<int>.Zero;
        for (; i < data.Length; i++)
        {
            isFinite &= float.IsFinite(data[i]);
            target[i] = data[i];
        }

        return isFinite;
    }

    private static string Count(int numbers) => numbers == 1 ? "1 number" : Invariant($"{numbers} numbers");

    private static ArgumentException Wrong(string name, in Place example, string what) =>
        new($"{example}: '{name}' {what}.", name);

    /// <summary>Writes the numbers of the steps, from 0, step t into slot t.</summary>
    /// <param name="target">The input of the program, of width 1.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="steps">The steps of the row.</param>
    public static void Count(RowBuffer target, int row, int steps)
    {
        for (var step = 0; step < steps; step++)
            target.Row(step, row)[0] = step;
    }
}
