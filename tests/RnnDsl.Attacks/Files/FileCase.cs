using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Files;

/// <summary>
/// A file of one of the formats that the library reads, the call that reads it, and an independent reader that gives the expected result.
/// </summary>
internal abstract class FileCase
{
    /// <summary>The expected result of a file that the library may either read or refuse.</summary>
    public const string Unknown = "\0unknown";

    /// <summary>The format, and the call.</summary>
    public abstract string Name { get; }

    /// <summary>The end of the file's name.</summary>
    public abstract string Extension { get; }

    /// <summary>A valid file.</summary>
    public abstract byte[] Valid { get; }

    /// <summary>Whether the library reads the file compressed as well.</summary>
    public virtual bool IsCompressible => true;

    /// <summary>Makes a file that random bytes would hardly hit: wrong contents with a right checksum.</summary>
    public virtual byte[] Lie(Draw draw, byte[] file) => ByteMutations.AtMark(draw, file);

    /// <summary>Reads the file with the library.</summary>
    /// <returns>What was read, as a text with every bit of it.</returns>
    public abstract string Read(string path);

    /// <summary>Reads the file without the library.</summary>
    /// <returns>The expected result; null if the library must refuse the file; <see cref="Unknown"/> where it may do either.</returns>
    public abstract string? Truth(byte[] file);

    /// <summary>Checks the result of a file whose expected result is unknown, if the library reads it.</summary>
    public virtual string Goal => "";
}
