namespace RnnDsl.Generator.Targets.Simd;

/// <summary>A field of an epilogue struct: its C# type and name, and the argument that sets it.</summary>
public sealed record EpilogueField(string Type, string Name, string Argument)
{
    /// <summary>The type of buffers of a stage.</summary>
    public const string Rows = "Simd::Rows";

    /// <summary>Whether it has a row for each of the batch.</summary>
    public bool IsRows => Type == Rows;
}
