namespace RnnDsl.Generator.Ir;

/// <summary>The size of two vectors side by side: <c>Cat&lt;A, B&gt;</c>, printed as <c>A+B</c>.</summary>
public sealed record CatDim(Dim First, Dim Second) : Dim
{
    public override IEnumerable<Dim> Leaves => First.Leaves.Concat(Second.Leaves);

    public override string ToString() => Print(First) + "+" + Print(Second);

    private static string Print(Dim dim) => dim is CatDim ? $"({dim})" : dim.ToString();
}
