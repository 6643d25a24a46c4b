namespace RnnDsl.Generator.Ir;

/// <summary>How an op is computed on concatenated vectors, part by part.</summary>
public enum PartRule
{
    /// <summary>The same of each part; what has one part only goes with each part of the others.</summary>
    Each,

    /// <summary>One number of each part; <see cref="Op.JoinedBy"/> makes one of them.</summary>
    Joined,

    /// <summary>A sum of products over the parts of the columns, for each part of the rows.</summary>
    Multiplied,

    /// <summary>
    /// Between the blocks of a matrix of the example and the parts of a vector: the part that a block belongs to, or the sum over the
    /// blocks that belong to a part (<see cref="Op.Repeats"/>).
    /// </summary>
    Blocks,

    /// <summary>The op itself, with the parts of all operands as its operands.</summary>
    Listed,

    /// <summary>It has one part only, because its dim is a vocabulary.</summary>
    Whole,

    /// <summary>Only adjoints use it, which come after vectors have been taken apart.</summary>
    Never,
}
