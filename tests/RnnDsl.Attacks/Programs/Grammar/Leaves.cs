namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Expressions of one name, or nearly so.</summary>
internal static class Leaves
{
    public static string? Write(Scope scope, Kind kind)
    {
        if (scope.Find(kind) is { } known && (scope.Draw.Percent(75) || !scope.HasFields))
        {
            return known;
        }

        return kind.Shape switch
        {
            Shape.Scalar => scope.Draw.Percent(30) && scope.Find(Shape.Vec) is { } vector ? $"Mean({vector.Text})"
            : scope.Draw.Percent(15) ? scope.Owner.Constant()
            : scope.HasFields && scope.Draw.Percent(20) ? scope.Owner.Field("Scalar", "s", Init(scope))
            : scope.Draw.Number(),
            Shape.Vec when scope.HasFields => Vector(scope, kind.Dim!),
            Shape.Seq when scope.HasFields => Sequence(scope, kind.Dim!),
            Shape.Scalars => Numbers(scope),
            _ => null,
        };
    }

    private static string Vector(Scope scope, Dim dim) =>
        scope.Draw.Percent(50) && scope.Find(Shape.Vec) is { } vector
            ? $"({Products.Matrix(scope, dim, vector.Kind.Dim!)} * {vector.Text})"
            : scope.Owner.Field($"Vec<{dim}>", "p", Init(scope));

    private static string? Sequence(Scope scope, Dim dim) =>
        scope.Find(Shape.Seq, Shape.Tokens) is not { } sequence ? null
        : sequence.Kind.Shape == Shape.Seq ? $"({Products.Matrix(scope, dim, sequence.Kind.Dim!)} * {sequence.Text})"
        : Products.Row(scope, sequence, dim);

    private static string? Numbers(Scope scope)
    {
        if (scope.Find(Shape.Seq, Shape.Tokens) is not { } sequence)
        {
            return null;
        }

        var name = scope.Owner.Names.Take("e");
        var each = sequence.Kind.Shape == Shape.Seq ? name : $"OneHot({name})";
        return $"{sequence.Text}.Map({name} => {scope.Draw.Of("Mean", "Max", "Sum")}({each}))";
    }

    private static string Init(Scope scope) =>
        scope.Draw.Percent(80)
            ? ""
            : scope.Draw.Of(
                "[Init(1)] ",
                "[Init(-0.5)] ",
                "[Init(Initializer.Uniform, 0.1)] ",
                "[Init(Initializer.Normal)] "
            );
}
