namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>The library's losses of two values, as a part of any scalar.</summary>
internal static class LossCalls
{
    public static string? Call(Scope scope, Kind kind, int depth)
    {
        if (kind.Shape != Shape.Scalar)
        {
            return null;
        }

        var of = new Kind(
            scope.HasSequences && !scope.InMap && !scope.Program.IsPerStep
                ? scope.Draw.Of(Shape.Vec, Shape.Seq)
                : Shape.Vec,
            scope.AnyDim()
        );
        if (
            Expressions.Write(scope, of, depth) is not { } prediction
            || Expressions.Write(scope, of, depth) is not { } target
        )
        {
            return null;
        }

        return scope.Draw.Below(5) switch
        {
            0 or 1 => $"MeanSquaredError({prediction}, {target})",
            2 => $"MeanAbsoluteError({prediction}, {target})",
            3 => $"BinaryCrossEntropy({prediction}, Sigmoid({target}))",
            _ => $"CrossEntropy({prediction}, Softmax({target}))",
        };
    }
}
