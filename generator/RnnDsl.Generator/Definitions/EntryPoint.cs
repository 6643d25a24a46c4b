using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// The method that <c>Predict</c> and <c>Stream</c> run: a layer's <c>Forward</c> or <c>Apply</c>, or its only public method; a
/// cell's <c>Scan</c>. A class with an open number of layers has no entry point.
/// </summary>
public static class EntryPoint
{
    public static Method? Of(Definition definition)
    {
        if (definition.Dims.Any(dim => dim is { IsCount: true, IsTypeParameter: true }))
        {
            return null;
        }

        if (definition.Kind == DeclarationKind.Cell)
        {
            var step = definition.Methods.FirstOrDefault(m => m.Name == "Step");
            return step is null ? null : Scan(step);
        }

        var methods = definition.Methods.Where(m => m is { IsPublic: true, Arguments: > 0 }).ToList();
        return methods.FirstOrDefault(m => m.Name == "Forward")
            ?? methods.FirstOrDefault(m => m.Name == "Apply")
            ?? (methods.Count == 1 ? methods[0] : null);
    }

    /// <summary>The signature of a cell's scan: from a sequence to the sequence of the results of <c>Step</c>.</summary>
    private static Method Scan(Method step)
    {
        var builder = new GraphBuilder("Scan");
        var input = step.Body[step.Body.Inputs.First()];
        var x = builder.Input(input.Name ?? "x", input.Type.Lift());
        var result = step.Body[step.Body.Outputs[0]].Type.Lift();
        var scan = builder.Add(new Node(Ops.Call, new EquatableArray<int>([x]), result) { Callee = ".Scan" });
        return new Method("Scan", builder.Build(scan), 1, IsPublic: true, step.Equations);
    }
}
