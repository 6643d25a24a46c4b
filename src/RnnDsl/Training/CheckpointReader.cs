using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <summary>
/// Reads the fields of a checkpoint one after the other, and trusts nothing: each length is checked against the rest of the
/// file before memory is allocated for it, and each number must be valid for a loop.
/// </summary>
/// <param name="stream">The file, at the first field.</param>
/// <param name="end">The position of the end of the fields.</param>
internal sealed class CheckpointReader(Stream stream, long end)
{
    private static readonly UTF8Encoding encoding = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private long Left => end - stream.Position;

    /// <summary>Whether the last field has been read.</summary>
    public bool IsAtEnd => Left == 0;

    /// <summary>A part in another format.</summary>
    /// <param name="what">The name of the part, for messages.</param>
    /// <param name="read">Reads the part and nothing after it.</param>
    public T Section<T>(string what, Func<Stream, T> read)
    {
        var length = Number<long>(what);
        Require(length, what);
        using var section = new FileSection(stream, length);
        var value = read(section);
        return section.Position == length ? value : throw Invalid(Invariant($"{what} end too early"));
    }

    public string Text(string what)
    {
        try
        {
            return encoding.GetString(Many<byte>(what));
        }
        catch (DecoderFallbackException failure)
        {
            throw Invalid($"{what} is no text", failure);
        }
    }

    /// <summary>Numbers that must all be finite.</summary>
    public float[] Floats(string what)
    {
        var values = Many<float>(what);
        return values.All(float.IsFinite) ? values : throw Invalid(Invariant($"{what} are not finite"));
    }

    /// <summary>A list of numbers.</summary>
    public T[] Many<T>(string what)
        where T : unmanaged
    {
        var values = new T[Count(what, Unsafe.SizeOf<T>())];
        NumberBlocks.Read(stream, values.AsSpan());
        return values;
    }

    /// <summary>The number of items that follow, each of at least the given size in bytes.</summary>
    public int Count(string what, int bytes)
    {
        var count = AtLeast(0, what);
        Require((long)count * bytes, what);
        return count;
    }

    public int AtLeast(int least, string what) =>
        Number<int>(what) is var value && value >= least ? value : throw Invalid(Invariant($"{what} is {value}"));

    public double Finite(string what) =>
        Number<double>(what) is var value && double.IsFinite(value)
            ? value
            : throw Invalid(Invariant($"{what} is {value}"));

    public double? OptionalFinite(string what)
    {
        var isThere = Flag(what);
        var value = Finite(what);
        return isThere ? value : null;
    }

    public T? Optional<T>(string what, Func<CheckpointReader, T> read)
        where T : class => Flag(what) ? read(this) : null;

    public bool Flag(string what) =>
        Number<byte>(what) switch
        {
            0 => false,
            1 => true,
            var value => throw Invalid(Invariant($"{what} is there or not, and not {value}")),
        };

    public T Number<T>(string what)
        where T : unmanaged
    {
        Require(Unsafe.SizeOf<T>(), what);
        var value = default(T);
        stream.ReadExactly(MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }

    public void End()
    {
        if (Left != 0)
        {
            throw Invalid(Invariant($"{Left} bytes follow its last field"));
        }
    }

    private static InvalidDataException Invalid(string problem, Exception? inner = null) => new(problem, inner);

    private void Require(long bytes, string what)
    {
        if (bytes < 0 || bytes > Left)
        {
            throw Invalid(Invariant($"{what} would take {bytes} bytes, and {Left} are left"));
        }
    }
}
