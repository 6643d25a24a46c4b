namespace RnnDsl.Generator.Ir;

/// <summary>Which elements of a matrix of the example belong to one of a smaller value.</summary>
public enum RepeatKind
{
    /// <summary>None: the op has nothing to do with matrices of an example.</summary>
    None,

    /// <summary>Those of a row, as every column is the same vector.</summary>
    Column,

    /// <summary>Those of a column, as every row is the same vector.</summary>
    Row,

    /// <summary>Each one: it is a parameter of the same rows and columns.</summary>
    Elements,
}
