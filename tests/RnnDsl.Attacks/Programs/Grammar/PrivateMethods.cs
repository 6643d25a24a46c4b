namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Private methods of the class.</summary>
internal static class PrivateMethods
{
    public static string? Call(Scope scope, Kind kind, int depth)
    {
        if (Arguments(scope) is not { } arguments || !CanDeclare(scope, kind, depth))
        {
            return null;
        }

        var inner = Inner(scope, arguments);
        if (Expressions.Write(inner, kind, depth) is not { } result)
        {
            return null;
        }

        return Declare(scope, inner, arguments, $"{kind}", inner.Body(inner.Finish(result)));
    }

    /// <summary>A method that gives two values.</summary>
    public static string? Deconstruct(Scope scope, Kind kind, int depth)
    {
        var other = Kind.Vec(scope.AnyDim());
        if (Arguments(scope) is not { } arguments || !CanDeclare(scope, kind, depth))
        {
            return null;
        }

        var inner = Inner(scope, arguments);
        if (
            Expressions.Write(inner, kind, depth) is not { } first
            || Expressions.Write(inner, other, depth - 1) is not { } second
        )
        {
            return null;
        }

        var call = Declare(
            scope,
            inner,
            arguments,
            $"({kind}, {other})",
            inner.Body($"({inner.Finish(first)}, {second})")
        );
        var (a, b) = (scope.Owner.Names.Take("a"), scope.Owner.Names.Take("b"));
        scope.Add($"var ({a}, {b}) = {call};");
        scope.Add(b, other);
        return a;
    }

    // A method of sequences cannot be called where there are none, and in a Map it would have to be of vectors.
    private static bool CanDeclare(Scope scope, Kind kind, int depth) =>
        depth > 0
        && scope.Owner.HasFields
        && kind.Shape is Shape.Scalar or Shape.Vec or Shape.Scalars or Shape.Seq
        && scope.Draw.Percent(60);

    private static List<(string Name, string Text, Kind Kind)>? Arguments(Scope scope)
    {
        var arguments = scope
            .Values.Where(_ => scope.Draw.Percent(50))
            .TakeLast(3)
            .Select(value => (scope.Owner.Names.Take("x"), value.Text, value.Kind))
            .ToList();
        return arguments.Count > 0 ? arguments : null;
    }

    private static Scope Inner(Scope scope, List<(string Name, string Text, Kind Kind)> arguments) =>
        new(scope.Owner, arguments.Select(a => (a.Name, a.Kind)))
        {
            IsStatic = scope.IsStatic || scope.Draw.Percent(25),
        };

    private static string Declare(
        Scope scope,
        Scope inner,
        List<(string Name, string Text, Kind Kind)> arguments,
        string result,
        string body
    )
    {
        var name = scope.Owner.Names.Take("Helper");
        var parameters = string.Join(", ", arguments.Select(a => $"{a.Kind} {a.Name}"));
        scope.Owner.Add($"private {(inner.IsStatic ? "static " : "")}{result} {name}({parameters}){body}");
        return $"{name}({string.Join(", ", arguments.Select(a => a.Text))})";
    }
}
