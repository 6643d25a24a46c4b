namespace RnnDsl.Generator.Ir;

/// <summary>
/// The size of a matrix of an example, row by row: <c>K*V</c>. In buffers, states and streams such a matrix is a vector of that size;
/// the ops of <c>Ops.Matrices.cs</c> alone know its rows and columns.
/// </summary>
public sealed record MatDim(Dim Rows, Dim Columns) : Dim
{
    /// <summary>Its blocks, row by row: itself, unless its rows or columns are a <see cref="CatDim"/>.</summary>
    public override IEnumerable<Dim> Leaves =>
        Rows.Leaves.SelectMany(rows => Columns.Leaves.Select(columns => new MatDim(rows, columns)));

    public override IEnumerable<Dim> Factors => Rows.Factors.Concat(Columns.Factors);

    public override string ToString() => Print(Rows) + "*" + Print(Columns);

    private static string Print(Dim dim) => dim is CatDim ? $"({dim})" : dim.ToString();
}
