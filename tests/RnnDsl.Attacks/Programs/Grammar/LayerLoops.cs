namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Loops over arrays of layers, in which a local changes.</summary>
internal static class LayerLoops
{
    public static string? Loop(Scope scope, Kind kind, int depth) =>
        scope.HasFields && kind.Shape is Shape.Vec or Shape.Seq && Expressions.Write(scope, kind, depth) is { } start
            ? Over(scope, kind, start, scope.Draw.Of("[Count(1)] ", "[Count(2)] ", "[Count(3)] "))
            : null;

    /// <summary>A loop over as many layers as a type parameter says.</summary>
    public static string Counted(Scope scope, Kind kind, Dim count) =>
        Over(scope, kind, Leaves.Write(scope, kind)!, $"[Count(nameof({count}))] ");

    private static string Over(Scope scope, Kind kind, string start, string count)
    {
        var value = scope.Let(kind, start);
        var name = scope.Owner.Names.Take("each");
        var isCell = kind.Shape == Shape.Seq && scope.RunsCells && !scope.InMap && scope.Draw.Percent(60);
        var type = isCell
            ? $"{scope.Draw.Of(Library.Cells).Name}<{kind.Dim}, {kind.Dim}>"
            : scope.Draw.Of(
                $"Dense<{kind.Dim}, {kind.Dim}>",
                $"Dense<{kind.Dim}, {kind.Dim}>",
                $"LayerNorm<{kind.Dim}>"
            );
        var field = scope.Owner.Own(type + "[]", "rest", count);
        var turn = isCell ? $"{name}.Scan({value})" : $"Tanh({name}.Apply({value}))";
        scope.Add(
            scope.Draw.Below(4) switch
            {
                0 => $"foreach (var {name} in {field})\n{{\n{value} += {turn};\n}}",
                1 => $"foreach (var {name} in {field})\n{value} = 0.5f * {value} + {turn};",
                _ => $"foreach (var {name} in {field})\n{{\n{value} = {turn};\n}}",
            }
        );
        return value;
    }
}
