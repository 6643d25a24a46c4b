using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>An argument: data of one example.</summary>
public sealed record NamedArgument(string Name, TensorType Type)
{
    public string Escaped => CSharpText.Escape(Name);

    /// <summary>The parameter of a program's <c>Load</c>, which uses some names itself.</summary>
    public string Data =>
        Name is "row" or "example" or "place" or "i" or "steps" or "Lengths" or "Begin" or "LoadRow"
            ? Name + "Data"
            : Escaped;

    /// <summary>The property of a sample.</summary>
    public string Property => CSharpText.Escape(CSharpText.PascalCase(Name));

    /// <summary>C# of the type by which it is passed: a token is its number, and so is a scalar.</summary>
    public string SpanType => IsNumber ? Number : $"ReadOnlySpan<{Number}>";

    /// <summary>C# of the type by which it is kept.</summary>
    public string MemoryType => IsNumber ? Number : $"ReadOnlyMemory<{Number}>";

    /// <summary>C# of the type by which one step of many streams is passed.</summary>
    public string RowsType => $"ReadOnlySpan<{Number}>";

    /// <summary>The layout of one step of many streams, for docs.</summary>
    public string RowsLayout =>
        Type.IsToken ? $"[streams] tokens, numbers below {Width}"
        : Type.IsScalar ? "[streams] values"
        : $"[streams, {Width}] values, stream by stream";

    /// <summary>Its layout, for docs.</summary>
    public string Layout =>
        Type.IsToken ? (Type.OverTime ? $"[steps] tokens, numbers below {Width}" : $"A token, a number below {Width}")
        : Type is { OverTime: true, IsScalar: true } ? "[steps] values, one a step"
        : Type.OverTime ? $"[steps, {Width}] values, step by step"
        : Type.IsScalar ? "A number"
        : $"[{Width}] values";

    /// <summary>The dim of a row; a scalar has width 1, and so has a token.</summary>
    public Dim RowDim => Type.IsScalar || Type.IsToken ? new FixedDim(1) : Type.Dims[0];

    /// <summary>The argument at one step.</summary>
    public NamedArgument Step => this with { Type = Type.Step() };

    /// <summary>C# that passes the kept memory as a span.</summary>
    public string Span(string memory) => IsNumber ? memory : memory + ".Span";

    /// <summary>Whether the argument is one number per example.</summary>
    private bool IsNumber => Type is { IsToken: true, OverTime: false } or { IsScalar: true, OverTime: false };

    private string Number => Type.IsToken ? "int" : "float";

    private string Width => Type.IsScalar ? "1" : string.Join(", ", Type.Dims);
}
