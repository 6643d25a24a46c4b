using System.Text;

namespace RnnDsl.Generator.Tests.Snapshots;

/// <summary>The snapshots of one test: <c>name.verified.ext</c> and <c>name#target.verified.ext</c> in one folder.</summary>
internal sealed class SnapshotFiles(string directory, string name)
{
    // Verify writes a byte order mark, "\n" and adds no newline at the end.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    public async Task Compare(IReadOnlyList<SnapshotTarget> targets)
    {
        foreach (var leftover in Find("received"))
        {
            File.Delete(leftover);
        }

        var stale = Find("verified").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var report = new StringBuilder();
        foreach (var target in targets)
        {
            var verified = PathOf(target, "verified");
            stale.Remove(verified);

            var received = DirectoryReplacements.Replace(FixNewlines(target.Text));
            var expected = File.Exists(verified) ? await Read(verified) : null;
            if (string.Equals(expected, received, StringComparison.Ordinal))
            {
                continue;
            }

            await File.WriteAllTextAsync(PathOf(target, "received"), received, Encoding);
            Describe(report, target, received, expected);
        }

        foreach (var file in stale)
        {
            report.Append($"Delete:\n  - {Path.GetFileName(file)}\n");
        }
        if (report.Length > 0)
        {
            throw new VerifyException($"Directory: {directory}\n{report}");
        }
    }

    private static async Task<string> Read(string verified)
    {
        var text = await File.ReadAllTextAsync(verified, Encoding);
        return text.Contains('\r', StringComparison.Ordinal)
            ? throw new VerifyException($"{verified} has '\\r' in it; a snapshot's lines end with '\\n'.")
            : text;
    }

    private void Describe(StringBuilder report, SnapshotTarget target, string received, string? expected)
    {
        report.Append(expected is null ? "New:\n" : "NotEqual:\n");
        report.Append($"  - Received: {Path.GetFileName(PathOf(target, "received"))}\n");
        report.Append($"    Verified: {Path.GetFileName(PathOf(target, "verified"))}\n");
        if (expected is not null)
        {
            report.Append($"    {FirstDifference(received, expected)}\n");
        }
    }

    private static string FirstDifference(string received, string expected)
    {
        var receivedLines = received.Split('\n');
        var expectedLines = expected.Split('\n');
        var line = 0;
        while (line < receivedLines.Length && line < expectedLines.Length && receivedLines[line] == expectedLines[line])
        {
            line++;
        }

        var was = line < expectedLines.Length ? expectedLines[line] : "(end)";
        var now = line < receivedLines.Length ? receivedLines[line] : "(end)";
        return $"Line {line + 1}:\n    - {was}\n    + {now}";
    }

    private string PathOf(SnapshotTarget target, string kind) =>
        Path.Combine(
            directory,
            $"{name}{(target.Name is { } part ? "#" + FileName(part) : "")}.{kind}.{target.Extension}"
        );

    private IEnumerable<string> Find(string kind) =>
        Directory
            .EnumerateFiles(directory, $"{name}.{kind}.*")
            .Concat(Directory.EnumerateFiles(directory, $"{name}#*.{kind}.*"));

    private static string FileName(string part)
    {
        // The set of Windows, so that a snapshot has one name on every system.
        foreach (var character in "<>:\"/\\|?*")
        {
            part = part.Replace(character, '-');
        }
        return part;
    }

    private static string FixNewlines(string text) => text.ReplaceLineEndings("\n");
}
