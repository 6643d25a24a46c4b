namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Losses of what a model says.</summary>
internal static class Losses
{
    /// <summary>The terms of a loss, and the data that it needs for them.</summary>
    public static (List<string> Terms, List<(string Text, Kind Kind)> Targets) Of(
        Scope scope,
        Kind result,
        string prediction
    )
    {
        var draw = scope.Draw;
        var target = scope.Owner.Names.Take("y");
        if (result == Kind.Scalars)
        {
            return (
                [
                    draw.Of(
                        $"MeanSquaredError({prediction}, {target})",
                        $"MeanAbsoluteError({prediction}, {target})",
                        $"BinaryCrossEntropy({prediction}, Sigmoid({target}))"
                    ),
                ],
                [(target, result)]
            );
        }

        if (result == Kind.Scalar)
        {
            // A dim that the model does not have would have no size.
            var other = Kind.Vec(scope.Values.First(value => value.Kind.Dim is not null).Kind.Dim!);
            return (
                [
                    draw.Of(
                        $"Square({prediction} - Mean({target}))",
                        $"BinaryCrossEntropy({prediction}, Sigmoid(Mean({target})))"
                    ),
                ],
                [(target, other)]
            );
        }

        if (draw.Percent(25))
        {
            var labels = new Kind(result.Shape == Shape.Seq ? Shape.Tokens : Shape.Token, result.Dim);
            return (
                [
                    draw.Of(
                        $"CrossEntropy({prediction}, {target})",
                        $"NegativeLogLikelihood(LogSoftmax({prediction}), {target})"
                    ),
                ],
                [(target, labels)]
            );
        }

        List<string> terms =
        [
            result.Shape == Shape.Seq && !scope.Program.IsPerStep && draw.Percent(20)
                ? OfWeightedSteps(scope, prediction, target)
                : draw.Of(
                    $"MeanSquaredError({prediction}, {target})",
                    $"MeanSquaredError({prediction}, {target})",
                    $"MeanAbsoluteError({prediction}, {target})",
                    $"CrossEntropy({prediction}, Softmax({target}))",
                    $"BinaryCrossEntropy({prediction}, Sigmoid({target}))"
                ),
        ];
        scope.Add(target, result);
        scope.Add(prediction, result);
        while (!scope.Program.IsPerStep && draw.Percent(25) && Expressions.Write(scope, Kind.Scalar, 2) is { } more)
        {
            terms.Add($"0.2f * {more}");
        }

        return (terms, [(target, result)]);
    }

    private static string OfWeightedSteps(Scope scope, string prediction, string target)
    {
        var each = scope.Owner.Names.Take("each");
        var weights = $"Relu({target}.Map({each} => Max({each})))";
        return scope.Draw.Of(
            $"MeanSquaredError({prediction}, {target}, {weights})",
            $"MeanAbsoluteError({prediction}, {target}, {weights})",
            $"CrossEntropy({prediction}, Softmax({target}), {weights})",
            $"BinaryCrossEntropy({prediction}, Sigmoid({target}), {weights})"
        );
    }
}
