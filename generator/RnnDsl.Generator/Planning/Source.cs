using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Planning;

/// <summary>Where an epilogue or a product reads a value that another part of the program has.</summary>
internal abstract record Source
{
    /// <summary>A slot of a buffer; for a sequence the slot of the current step.</summary>
    public sealed record Slot(BufferRef Ref) : Source;

    /// <summary>A parameter, by its path.</summary>
    public sealed record Parameter(string Path) : Source;
}
