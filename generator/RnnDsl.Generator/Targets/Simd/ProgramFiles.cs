using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>Prints the files of programs, whose headers show stages and costs.</summary>
internal sealed class ProgramFiles(ScheduledDeclaration scheduled, FilePrinter files)
{
    public string TypeName => files.TypeName;

    /// <summary>A file of a part of a program.</summary>
    /// <param name="part">The part, in the file's name.</param>
    /// <param name="program">The program; null where the file has no more than what several share.</param>
    /// <param name="regions">What of it is in the file.</param>
    /// <param name="members">Prints it.</param>
    /// <param name="isWhole">Whether the header shows what holds for the whole program.</param>
    public PrintedFile Print(
        string part,
        Program? program,
        IEnumerable<Region> regions,
        Action<SourceWriter> members,
        bool isWhole = true
    ) => files.Print(part, HeaderPrinter.Lines(scheduled, program, [.. regions], isWhole), [], null, members);
}
