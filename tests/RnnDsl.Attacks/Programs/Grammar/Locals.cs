namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Statements that give a value a name.</summary>
internal static class Locals
{
    public static void Add(Scope scope, int depth)
    {
        var draw = scope.Draw;
        var kind =
            draw.Percent(15) ? Kind.Scalar
            : scope.HasSequences && !scope.InMap && draw.Percent(60) ? Kind.Seq(scope.AnyDim())
            : Kind.Vec(scope.AnyDim());
        if (Expressions.Write(scope, kind, depth) is not { } value)
        {
            return;
        }

        // A bare number would be a float in C#, not a scalar.
        scope.Let(kind, kind == Kind.Scalar ? $"Tanh({value})" : value);
    }
}
