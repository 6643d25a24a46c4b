using RnnDsl.Generator.Reporting;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>What became of a declaration: its files, and what went wrong on the way.</summary>
/// <param name="Id">Metadata name of the class.</param>
/// <param name="Trouble">Null where all is well.</param>
public sealed record PrintedClass(string Id, EquatableArray<PrintedFile> Files, Trouble? Trouble);
