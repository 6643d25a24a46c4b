using System.Runtime.InteropServices;

namespace RnnDsl.Files;

/// <summary>Folders on disk.</summary>
internal static partial class Folder
{
    private const int ReadOnly = 0;
    private const int Interrupted = 4;
    private const int InputOutputError = 5;

    /// <summary>
    /// Waits until the names of a folder's files are on disk: without it a power cut can bring back the file that a new one has
    /// replaced. Windows writes them in order and needs no call.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Whether the system has done it; some file systems, and unreadable folders, do not support it.</returns>
    /// <exception cref="IOException">The disk reports an error.</exception>
    public static bool Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        // .NET opens no folders.
        var handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            return false;
        }

        try
        {
            int error;
            do
            {
                error = Synchronize(handle) == 0 ? 0 : Marshal.GetLastPInvokeError();
            } while (error == Interrupted);
            return error == InputOutputError
                ? throw new IOException($"The disk does not write the folder {folder}.")
                : error == 0;
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronize(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
