namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>What is dropped in training.</summary>
internal static class Noises
{
    public static string? Drop(Scope scope, Kind kind, int depth) =>
        scope.Program.HasNoise
        && kind.Shape is Shape.Vec or Shape.Seq
        && Expressions.Write(scope, kind, depth) is { } operand
            ? $"{scope.Draw.Of("Dropout", "VariationalDropout", "Keep")}({operand}, {Rate(scope)})"
            : null;

    public static string? ZoneOut(Scope scope, Kind kind, int depth) =>
        scope.Program.HasNoise
        && kind.Shape == Shape.Vec
        && Expressions.Write(scope, kind, depth) is { } next
        && Expressions.Write(scope, kind, depth) is { } before
            ? $"Zoneout({next}, {before}, {Rate(scope)})"
            : null;

    private static string Rate(Scope scope) => scope.Draw.Of("0.1f", "0.25f", "0.5f", "0f");
}
