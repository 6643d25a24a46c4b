using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// The method that <c>Predict</c> and <c>Stream</c> run: a layer's <c>Forward</c> or <c>Apply</c>, or its only public method; a
/// cell's <c>Scan</c>. A class with an open number of layers, or with open cells, has no entry point.
/// </summary>
public static class EntryPoint
{
    public static Method? Of(Definition definition)
    {
        if (IsOpen(definition))
        {
            return null;
        }

        if (definition.Kind == DeclarationKind.Cell)
        {
            var step = definition.Methods.FirstOrDefault(m => m.Name == "Step");
            return step is null ? null : Scan(step);
        }

        var name = NameOf(Public(definition).Select(m => m.Name).ToList());
        return Public(definition).FirstOrDefault(m => m.Name == name);
    }

    /// <summary>The name of the entry point among the names of a layer's public methods; null if there is none.</summary>
    public static string? NameOf(IReadOnlyList<string> methods) =>
        methods.Contains("Forward") ? "Forward"
        : methods.Contains("Apply") ? "Apply"
        : methods.Count == 1 ? methods[0]
        : null;

    /// <summary>The generated method that runs another public method: <c>PredictEncode</c> of <c>Encode</c>.</summary>
    public static string PredictOf(string method) => "Predict" + method;

    /// <summary>The names of the types that show the results of a method with several: of an example, and of streams.</summary>
    public static string[] ViewsOf(string method) => [method + "Results", method + "StreamResults"];

    /// <summary>The other public methods of a layer: each has a <c>Predict</c> with its name, <c>PredictEncode</c>.</summary>
    public static IEnumerable<Method> Others(Definition definition) =>
        definition.Kind != DeclarationKind.Layer || IsOpen(definition)
            ? []
            : Public(definition).Where(method => method.Name != Of(definition)?.Name);

    private static IEnumerable<Method> Public(Definition definition) =>
        definition.Methods.Where(m => m is { IsPublic: true, Arguments: > 0 });

    private static bool IsOpen(Definition definition) =>
        definition.Cells.Count > 0 || definition.Dims.Any(dim => dim is { IsCount: true, IsTypeParameter: true });

    /// <summary>The signature of a cell's scan: from sequences to the sequence of the results of <c>Step</c>.</summary>
    private static Method Scan(Method step)
    {
        var builder = new GraphBuilder("Scan");
        var xs = step
            .Body.Inputs.Take(step.Arguments)
            .Select(id => step.Body[id])
            .Select(input => builder.Input(input.Name ?? "x", input.Type.Lift()))
            .ToEquatableArray();
        var result = step.Body[step.Body.Outputs[0]].Type.Lift();
        var scan = builder.Add(new Node(Ops.Call, xs, result) { Callee = ".Scan" });
        return new Method("Scan", builder.Build(scan), step.Arguments, IsPublic: true, step.Equations);
    }
}
