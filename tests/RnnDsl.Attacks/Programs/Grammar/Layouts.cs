namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Values side by side, the other way round, and step by step.</summary>
internal static class Layouts
{
    public static string? Concat(Scope scope, Kind kind, int depth) =>
        kind is { Shape: Shape.Vec or Shape.Seq, Dim: { First: { } first, Second: { } second } }
        && Expressions.Write(scope, kind with { Dim = first }, depth) is { } left
        && Expressions.Write(scope, kind with { Dim = second }, depth) is { } right
            ? $"Concat({left}, {right})"
            : null;

    /// <summary>One of two values side by side.</summary>
    public static string? Part(Scope scope, Kind kind, int depth)
    {
        if (kind.Shape is not (Shape.Vec or Shape.Seq))
        {
            return null;
        }

        var (dim, other) = (kind.Dim!, scope.AnyDim());
        var (part, whole) = scope.Draw.Percent(50) ? ("First", Dim.Cat(dim, other)) : ("Second", Dim.Cat(other, dim));
        return Expressions.Write(scope, kind with { Dim = whole }, depth) is not { } value ? null
            : scope.Draw.Percent(50) ? $"{part}({value})"
            : $"Split({value}).{part}";
    }

    public static string? Reverse(Scope scope, Kind kind, int depth) =>
        scope.Program.HasReversals
        && kind.Shape is Shape.Seq or Shape.Scalars
        && Expressions.Write(scope, kind, depth) is { } sequence
            ? $"Reverse({sequence})"
            : null;

    /// <summary>A lambda for every step.</summary>
    public static string? Map(Scope scope, Kind kind, int depth)
    {
        if (kind.Shape is not (Shape.Seq or Shape.Scalars) || scope.InMap)
        {
            return null;
        }

        var (sequence, argument) =
            scope.Draw.Percent(20) && scope.Find(Shape.Tokens) is { } tokens
                ? (tokens.Text, Kind.Token(tokens.Kind.Dim!))
            : scope.Draw.Percent(15) && Expressions.Write(scope, Kind.Scalars, depth) is { } numbers
                ? (numbers, Kind.Scalar)
            : scope.AnyDim() is var dim && Expressions.Write(scope, Kind.Seq(dim), depth) is { } steps
                ? (steps, Kind.Vec(dim))
            : (null, Kind.Scalar);
        if (sequence is null)
        {
            return null;
        }

        if (argument.Shape == Shape.Vec && kind.Shape == Shape.Seq && scope.HasFields && scope.Draw.Percent(20))
        {
            var layer = scope.Owner.Field($"Dense<{argument.Dim}, {kind.Dim}>", "layer");
            return $"{Reductions.Receiver(sequence)}.Map({layer}.Apply)";
        }

        var name = scope.Owner.Names.Take("e");
        var inner = scope.Inner(name, argument);
        if (Expressions.Write(inner, kind.Dim is { } width ? Kind.Vec(width) : Kind.Scalar, depth) is not { } each)
        {
            return null;
        }

        each = inner.Finish(each);
        var lambda = inner.HasStatements ? inner.Block(each) : each;
        return $"{Reductions.Receiver(sequence)}.Map({name} => {lambda})";
    }
}
