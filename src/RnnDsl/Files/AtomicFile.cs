namespace RnnDsl.Files;

/// <summary>
/// Writes a temporary file next to the target and then renames it, so that a crash or a power cut leaves the old file or the new one, never
/// half of one. A symbolic link keeps pointing to its file, and the file keeps its mode.
/// </summary>
internal static class AtomicFile
{
    /// <summary>Writes a file; the old one, if there is one, is replaced only when the new one is complete.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes the content; the stream can also be read and sought.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var unfinishedPath = "";
        try
        {
            var target = TargetOf(path);
            if (Directory.Exists(target))
            {
                throw new IOException("it is a folder");
            }

            UnfinishedFile.RemoveLeftovers(target);
            using var unfinished = UnfinishedFile.Create(target);
            unfinishedPath = unfinished.Path;
            write(unfinished.Stream);
            unfinished.Finish();
        }
        catch (DirectoryNotFoundException failure)
        {
            throw new DirectoryNotFoundException($"{path} cannot be written: its folder does not exist.", failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new IOException($"{path} cannot be written: access to it or to its folder is denied.", failure);
        }
        catch (IOException failure)
        {
            // The caller does not know the temporary file.
            var reason = unfinishedPath.Length > 0 ? failure.Message.Replace(unfinishedPath, path) : failure.Message;
            throw new IOException($"{path} cannot be written: {reason}", failure);
        }
    }

    /// <summary>The file itself, where the path is a symbolic link to it.</summary>
    private static string TargetOf(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }
}
