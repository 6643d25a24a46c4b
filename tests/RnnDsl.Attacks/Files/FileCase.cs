using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Files;

/// <summary>A file of one of the formats that the library reads, the call that reads it, and another reading that says what is right.</summary>
internal abstract class FileCase
{
    /// <summary>The truth about a file that may be read or refused; which, only the library knows.</summary>
    public const string Unknown = "\0unknown";

    /// <summary>The format, and the call.</summary>
    public abstract string Name { get; }

    /// <summary>The end of the file's name.</summary>
    public abstract string Extension { get; }

    /// <summary>A valid file.</summary>
    public abstract byte[] Valid { get; }

    /// <summary>Whether the library reads the file compressed as well.</summary>
    public virtual bool IsCompressible => true;

    /// <summary>Makes the file say what is not so, where its bytes alone would hardly come to it: a checksum of hostile numbers.</summary>
    public virtual byte[] Lie(Draw draw, byte[] file) => ByteMutations.AtMark(draw, file);

    /// <summary>Reads the file with the library.</summary>
    /// <returns>What was read, as a text with every bit of it.</returns>
    public abstract string Read(string path);

    /// <summary>Reads the file without the library.</summary>
    /// <returns>What the library should read; null where it should refuse; <see cref="Unknown"/> where it may do either.</returns>
    public abstract string? Truth(byte[] file);

    /// <summary>What the library reads of a file whose truth is unknown, where it reads it.</summary>
    public virtual string Goal => "";
}
