namespace RnnDsl.Generator.Programs;

/// <summary>How many slots of [rows, width] a buffer has.</summary>
public enum BufferKind
{
    /// <summary>One.</summary>
    Row,

    /// <summary>One for each step: T.</summary>
    Steps,

    /// <summary>T + 1: a state before and after each step.</summary>
    States,

    /// <summary>Two, alternating by the parity of the index: a state whose history has no use.</summary>
    Alternating,
}
