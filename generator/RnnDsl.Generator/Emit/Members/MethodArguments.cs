using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Emit.Members;

/// <summary>The arguments of a lowered method as flat floats: how callers hand over data.</summary>
public sealed class MethodArguments(Method method)
{
    /// <summary>Name and type of each argument.</summary>
    public IReadOnlyList<NamedArgument> All { get; } =
        method
            .Body.Inputs.Take(method.Arguments)
            .Select(id => new NamedArgument(method.Body[id].Name ?? "x", method.Body[id].Type))
            .ToList();

    public NamedArgument? FirstSequence => All.FirstOrDefault(a => a.Type.OverTime);

    /// <summary>The parameters of a program's <c>Load</c> that follow those of its own.</summary>
    public string LoadSpans => string.Concat(All.Select(a => $", ReadOnlySpan<float> {a.Data}"));

    /// <summary>The parameters of the user's members that take one example.</summary>
    public string Spans => string.Join(", ", All.Select(a => $"ReadOnlySpan<float> {a.Escaped}"));
}
