namespace RnnDsl.Generator.Ir;

/// <summary>How an op moves data: all that a pass needs to know of an op that it has no rule for.</summary>
public enum OpKind
{
    /// <summary>No operands: an argument, a parameter, a number.</summary>
    Leaf,

    /// <summary>Each element from the elements at the same place; scalars and per-example values broadcast.</summary>
    Elementwise,

    /// <summary>
    /// Indexed by a token, unit by unit, and fused with elementwise ops: a row of a matrix, or a one-hot vector.
    /// </summary>
    Token,

    /// <summary>
    /// Each element of a matrix of the example from one of a smaller value, or of a parameter; fused with elementwise ops.
    /// </summary>
    Repeat,

    /// <summary>Each element times a separate random number; fused with elementwise ops.</summary>
    Noise,

    /// <summary>A matrix times a vector, or its adjoints.</summary>
    Product,

    /// <summary>Of matrices that are parameters, so the same for every example; and the part of a gradient that comes from it.</summary>
    Parameter,

    /// <summary>Between matrices that are parameters, or are computed of parameters alone: once a version of the parameters.</summary>
    Derived,

    /// <summary>Over the elements of a vector, to a scalar.</summary>
    Reduction,

    /// <summary>Moves the elements of vectors: side by side, or apart.</summary>
    Layout,

    /// <summary>Between a sequence and a value: <c>last</c>, <c>sumTime</c> and their adjoints.</summary>
    Time,

    /// <summary>A loop, a call, or the result of one.</summary>
    Region,
}
