using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Planning;

/// <summary>The place from which an epilogue or a product reads a value that another part of the program computes.</summary>
internal abstract record ValueSource
{
    /// <summary>A slot of a buffer; for a sequence the slot of the current step.</summary>
    public sealed record Slot(BufferRef Ref) : ValueSource;

    /// <summary>A parameter, by its path.</summary>
    public sealed record Parameter(string Path) : ValueSource;
}
