using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Tests.Snapshots;

/// <summary>One text to compare. <see cref="Name"/> follows <c>#</c> in the file's name.</summary>
internal sealed record SnapshotTarget(string? Name, string Extension, string Text)
{
    public static SnapshotTarget Of(GeneratedSourceResult source)
    {
        var path = source.SyntaxTree.FilePath;
        return new SnapshotTarget(
            Path.GetFileNameWithoutExtension(path),
            Path.GetExtension(path)[1..],
            $"//HintName: {source.HintName}\n{source.SourceText}"
        );
    }
}
