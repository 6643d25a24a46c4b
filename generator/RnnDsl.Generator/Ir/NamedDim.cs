namespace RnnDsl.Generator.Ir;

/// <summary>A dim type or a type parameter, by its simple name: <c>Hidden</c>, <c>H</c>.</summary>
public sealed record NamedDim(string Name) : Dim
{
    public override string ToString() => Name;
}
