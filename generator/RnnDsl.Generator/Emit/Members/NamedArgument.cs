using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Emit.Members;

/// <summary>An argument: data of one example.</summary>
public sealed record NamedArgument(string Name, TensorType Type)
{
    public string Escaped => CSharpText.Escape(Name);

    /// <summary>The parameter of a program's <c>Load</c>, which has names of its own.</summary>
    public string Data => Name is "row" or "step" or "example" or "Lengths" ? Name + "Data" : Escaped;

    /// <summary>The property of a sample.</summary>
    public string Property => CSharpText.PascalCase(Name);

    /// <summary>Its layout, for docs.</summary>
    public string Layout =>
        Type.OverTime ? $"[steps, {Width}] values, step by step"
        : Type.IsScalar ? "one value"
        : $"[{Width}] values";

    private string Width => Type.IsScalar ? "1" : string.Join(", ", Type.Dims);

    /// <summary>The dim of a row; a scalar has width 1.</summary>
    public Dim RowDim => Type.IsScalar ? new FixedDim(1) : Type.Dims[0];
}
