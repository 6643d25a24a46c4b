using System.Globalization;
using System.Security.Cryptography;

namespace RnnDsl.Files;

/// <summary>
/// A temporary file next to the one that it will replace. It is locked while its process lives, so that the next
/// save recognizes and removes the leftovers of a killed process.
/// </summary>
internal sealed class UnfinishedFile : IDisposable
{
    private const string Ending = ".tmp";
    private const int Digits = 8;

    // Windows renames an open file only if it was opened with FileShare.Delete.
    private static readonly FileShare alone = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    private readonly string target;
    private readonly UnixFileMode? mode;
    private bool isFinished;

    private UnfinishedFile(string target, string path, UnixFileMode? mode, FileStream stream) =>
        (this.target, Path, this.mode, Stream) = (target, path, mode, stream);

    /// <summary>The path of the temporary file.</summary>
    public string Path { get; }

    /// <summary>Its content, which can also be read and sought.</summary>
    public FileStream Stream { get; }

    /// <summary>Creates a temporary file.</summary>
    /// <param name="target">The file that it will replace.</param>
    public static UnfinishedFile Create(string target)
    {
        UnixFileMode? mode = !OperatingSystem.IsWindows() && File.Exists(target) ? File.GetUnixFileMode(target) : null;
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = alone,
        };
        if (!OperatingSystem.IsWindows() && mode is not null)
        {
            // If only the owner may read the target, others may not read the temporary file either.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        while (true)
        {
            var path = $"{target}.{RandomNumberGenerator.GetHexString(Digits, lowercase: true)}{Ending}";
            FileStream stream;
            try
            {
                stream = new FileStream(path, options);
            }
            catch (IOException failure) when (IsLocked(failure) || File.Exists(path))
            {
                // The name is taken, or another save locked the new file first, as a leftover, and may have removed it already.
                continue;
            }
            catch (IOException failure) when (failure is not DirectoryNotFoundException)
            {
                throw new IOException(failure.Message.Replace(path, target), failure);
            }

            // Between its creation and its lock another save may have taken it for a leftover; from now on it is safe.
            if (File.Exists(path))
            {
                return new(target, path, mode, stream);
            }

            stream.Dispose();
        }
    }

    /// <summary>Removes the leftovers of processes that were killed while they wrote the same target.</summary>
    public static void RemoveLeftovers(string target)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(target)!))
            {
                if (IsNameFor(target, file))
                {
                    RemoveUnlessLocked(file);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // In a folder that can be written to but not listed, they stay.
        }
    }

    /// <summary>Flushes the content to disk and then replaces the target.</summary>
    public void Finish()
    {
        Stream.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows() && mode is { } kept)
        {
            File.SetUnixFileMode(Stream.SafeFileHandle, kept);
        }

        File.Move(Path, target, overwrite: true);
        isFinished = true;
        Folder.Flush(System.IO.Path.GetDirectoryName(target)!);
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!isFinished)
        {
            File.Delete(Path);
        }
    }

    // Windows: ERROR_SHARING_VIOLATION. Elsewhere EWOULDBLOCK of the lock: 11 on Linux, 35 on macOS.
    private static bool IsLocked(IOException failure) =>
        OperatingSystem.IsWindows() ? (failure.HResult & 0xFFFF) == 32 : failure.HResult is 11 or 35;

    private static bool IsNameFor(string target, string file) =>
        file.Length == target.Length + 1 + Digits + Ending.Length
        && file.StartsWith(target, StringComparison.Ordinal)
        && file[target.Length] == '.'
        && file.EndsWith(Ending, StringComparison.Ordinal)
        && uint.TryParse(
            file.AsSpan(target.Length + 1, Digits),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out _
        );

    private static void RemoveUnlessLocked(string file)
    {
        try
        {
            using var locked = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, alone);
            File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A live process, or another user, is writing it.
        }
    }
}
