using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Members;

/// <summary>The arguments of a lowered method as flat numbers: how callers hand over data.</summary>
public sealed class MethodArguments
{
    public MethodArguments(Method method)
        : this(
            method
                .Body.Inputs.Take(method.Arguments)
                .Select(id => new NamedArgument(method.Body[id].Name ?? "x", method.Body[id].Type))
                .ToList()
        ) { }

    private MethodArguments(IReadOnlyList<NamedArgument> all) => All = all;

    /// <summary>Name and type of each argument.</summary>
    public IReadOnlyList<NamedArgument> All { get; }

    public NamedArgument? FirstSequence => All.FirstOrDefault(a => a.Type.OverTime);

    /// <summary>The parameters of a program's <c>Load</c> for data, after its fixed ones.</summary>
    public string LoadSpans => string.Concat(All.Select(a => $", {a.SpanType} {a.Data}"));

    /// <summary>The parameters of the user's members that take one example.</summary>
    public string Spans => string.Join(", ", All.Select(a => $"{a.SpanType} {a.Escaped}"));

    /// <summary>The arguments at one step.</summary>
    public MethodArguments Step() => new(All.Select(a => a.Step).ToList());
}
