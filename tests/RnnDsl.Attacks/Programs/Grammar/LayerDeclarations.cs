namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Declares layers.</summary>
internal static class LayerDeclarations
{
    private const int Depth = 2;

    public static void Add(Declarations program)
    {
        var draw = program.Draw;
        var isGeneric = draw.Percent(70);
        IReadOnlyList<Dim> parameters = isGeneric ? [new("X"), new("Y")] : [];
        IReadOnlyList<Dim> counts = isGeneric && draw.Percent(20) ? [new("Depth")] : [];
        var layer = new ClassText(program, "Layer", program.Name("Layer"), parameters, counts);
        var inputs = Inputs(layer);
        var arguments = inputs.Select(kind => (Text: layer.Names.Take("x"), Kind: kind)).ToList();
        var scope = new Scope(layer, arguments);
        while (draw.Percent(30))
        {
            Locals.Add(scope, Depth);
        }

        var dim = isGeneric ? parameters[1] : draw.Of(program.Dims);
        var result = scope.HasSequences && draw.Percent(60) ? Kind.Seq(dim) : Kind.Vec(dim);
        foreach (var unused in parameters.Where(p => !inputs.Exists(kind => kind.Dim == p) && result.Dim != p))
        {
            scope.Add(layer.Field($"Vec<{unused}>", "p"), Kind.Vec(unused));
        }

        if (counts.Count > 0)
        {
            LayerLoops.Counted(scope, Kind.Vec(dim), counts[0]);
        }

        var text = scope.Finish(Expressions.Write(scope, result, Depth) ?? throw new InvalidOperationException());
        var type = new LayerType(
            layer.Name,
            [.. parameters.Concat(counts).Select(p => p.Name)],
            "Apply",
            inputs,
            result,
            [.. counts.Select(count => count.Name)]
        );
        layer.Add(Method(type, arguments, scope.Body(text)));
        // A layer cannot hold itself: it is there for the classes after it.
        LayerType[] all = draw.Percent(25) ? [type, AddOther(layer, type, arguments)] : [type];
        program.Layers.AddRange(all);
        program.Add($"{layer}");
    }

    /// <summary>A second method of the same data.</summary>
    private static LayerType AddOther(ClassText layer, LayerType type, List<(string Text, Kind Kind)> arguments)
    {
        var other = type with { Method = layer.Names.Take("Other") };
        var scope = new Scope(layer, arguments);
        layer.Add(Method(other, arguments, scope.Body(scope.Finish(Expressions.Write(scope, type.Result, Depth)!))));
        return other;
    }

    private static string Method(LayerType type, List<(string Text, Kind Kind)> arguments, string body) =>
        $"public {type.Result} {type.Method}({string.Join(", ", arguments.Select(a => $"{a.Kind} {a.Text}"))}){body}";

    private static List<Kind> Inputs(ClassText layer)
    {
        var draw = layer.Program.Draw;
        var dims = layer.Dims;
        return draw.Below(7) switch
        {
            0 or 1 => [Kind.Vec(dims[0])],
            2 or 3 => [Kind.Seq(dims[0])],
            4 => [Kind.Seq(dims[0]), Kind.Vec(draw.Of(dims))],
            5 => [Kind.Seq(dims[0]), draw.Of(Kind.Scalar, Kind.Scalars)],
            _ => [Kind.Vec(dims[0]), Kind.Vec(draw.Of(dims))],
        };
    }
}
