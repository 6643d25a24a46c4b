namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>What is computed of all steps, or of all elements.</summary>
internal static class Reductions
{
    public static string? OverTime(Scope scope, Kind kind, int depth)
    {
        if (!CanSeeAllSteps(scope))
        {
            return null;
        }

        if (kind.Shape == Shape.Scalar && scope.Draw.Percent(40))
        {
            return OfNumbers(scope, depth);
        }

        if (kind.Shape == Shape.Scalar)
        {
            return scope.Draw.Percent(30) && scope.Find(Shape.Seq, Shape.Tokens) is { } any
                ? scope.Draw.Of($"(0.05f * Length({any.Text}))", $"(1 / Length({any.Text}))")
                : null;
        }

        if (kind.Shape != Shape.Vec || Expressions.Write(scope, Kind.Seq(kind.Dim!), depth) is not { } sequence)
        {
            return null;
        }

        if (scope.Draw.Percent(20) && Expressions.Write(scope, Kind.Scalars, depth) is { } scores)
        {
            return scope.Draw.Of($"Sum(Softmax({scores}) * {sequence})", $"Mean({sequence}, Sigmoid({scores}))");
        }

        return scope.Draw.Below(9) switch
        {
            0 or 1 or 2 => $"{Receiver(sequence)}.Last",
            3 or 4 => $"Mean({sequence})",
            5 => $"Max({sequence})",
            6 => $"(0.1f * Sum({sequence}))",
            _ when scope.Find(Shape.Seq, Shape.Tokens) is { } any => $"(Sum({sequence}) / Length({any.Text}))",
            _ => $"Mean({sequence})",
        };
    }

    private static string? OfNumbers(Scope scope, int depth) =>
        Expressions.Write(scope, Kind.Scalars, depth) is { } numbers
            ? scope.Draw.Below(5) switch
            {
                0 => $"{Receiver(numbers)}.Last",
                3 => $"LogSumExp({numbers})",
                1 => $"Max({numbers})",
                2 => $"(0.1f * Sum({numbers}))",
                _ => $"Mean({numbers})",
            }
            : null;

    public static string? OverElements(Scope scope, Kind kind, int depth)
    {
        if (
            kind.Shape != Shape.Scalar
            || scope.AnyDim() is var dim && Expressions.Write(scope, Kind.Vec(dim), depth) is not { } vector
        )
        {
            return null;
        }

        return scope.Draw.Below(6) switch
        {
            0 or 1 => $"Mean({vector})",
            2 => $"(Sum({vector}) / Size({vector}))",
            3 => $"Max({vector})",
            4 => $"(0.1f * Sum(Tanh({vector})))",
            _ => $"(0.1f * SumOfSquares({vector}))",
        };
    }

    public static string? Softmax(Scope scope, Kind kind, int depth) =>
        (kind.Shape is Shape.Vec or Shape.Seq || kind.Shape == Shape.Scalars && CanSeeAllSteps(scope))
        && Expressions.Write(scope, kind, depth) is { } scores
            ? kind.Shape == Shape.Scalars && scope.Draw.Percent(30) && Expressions.Write(scope, kind, 1) is { } mask
                ? $"Softmax({scores}, {mask} >= 0.1f)"
                : scope.Draw.Of($"Softmax({scores})", $"(0.2f * LogSoftmax({scores}))")
            : null;

    private static bool CanSeeAllSteps(Scope scope) => !scope.InMap && scope.HasSequences && !scope.Program.IsPerStep;

    /// <summary>An expression of which a member is taken.</summary>
    public static string Receiver(string expression) =>
        expression.Contains(' ', StringComparison.Ordinal) || expression.StartsWith('-')
            ? $"({expression})"
            : expression;
}
