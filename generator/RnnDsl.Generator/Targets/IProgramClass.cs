using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets;

/// <summary>A program as a nested class, whatever it computes with: what the printers of members need to know of it.</summary>
public interface IProgramClass
{
    /// <summary>The program.</summary>
    Program Program { get; }

    /// <summary>C# for the size of a dim.</summary>
    string Size(Dim dim);

    /// <summary>The rows on the host of an input, or of the first output.</summary>
    string HostRows(string buffer);

    /// <summary>What holds a buffer where the program computes.</summary>
    string Value(string buffer);

    /// <summary>Prints fields, constructor, and what <paramref name="rest"/> adds.</summary>
    void PrintMemory(SourceWriter writer, string modelType, string baseCall, Action<SourceWriter> rest);

    void PrintForward(SourceWriter writer);

    void PrintBackward(SourceWriter writer);
}
