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

    /// <summary>The method's result.</summary>
    public TensorType Result => method.Body[method.Body.Outputs[0]].Type;
}
