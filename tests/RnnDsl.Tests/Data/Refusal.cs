using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

/// <summary>Asserts how a reader refuses a file.</summary>
internal static class Refusal
{
    /// <param name="path">The file, with which the message must begin.</param>
    /// <param name="line">The line that it must name, from 1; 0 for none.</param>
    /// <param name="expected">What the message must say.</param>
    /// <param name="read">Reads the file.</param>
    public static void Assert(string path, int line, string expected, Action read)
    {
        var error = Xunit.Assert.Throws<DataFormatException>(read);
        var place = line > 0 ? $"{path}, line {line}" : $"{path}: ";
        Xunit.Assert.StartsWith(place, error.Message, StringComparison.Ordinal);
        Xunit.Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Xunit.Assert.Equal((path, line), (error.File, error.Line));
    }
}
