using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets;

/// <summary>What a declaration becomes for one target.</summary>
/// <param name="Members">Prints what it adds to the first file of the class; null where it adds nothing there.</param>
/// <param name="Files">Its files.</param>
public sealed record TargetOutput(Action<SourceWriter>? Members, IReadOnlyList<PrintedFile> Files)
{
    /// <summary>Nothing.</summary>
    public static TargetOutput None { get; } = new(null, []);
}
