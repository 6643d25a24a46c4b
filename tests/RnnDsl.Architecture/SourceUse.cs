namespace RnnDsl.Architecture;

/// <summary>A name in one file that another file declares.</summary>
/// <param name="From">The file that has the name.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="To">The file that declares it.</param>
/// <param name="Name">The type, or <c>Type.Member</c>.</param>
internal sealed record SourceUse(string From, int Line, string To, string Name);
