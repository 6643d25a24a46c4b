namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Declares the model of a program, and the training of it.</summary>
internal static class Models
{
    private const int Depth = 3;

    public static void Add(Declarations program)
    {
        var draw = program.Draw;
        var model = new ClassText(program, "Layer", program.Name("Model"), [], []);
        var inputs = Inputs(program);
        var arguments = inputs.Select(kind => (Text: model.Names.Take("x"), Kind: kind)).ToList();
        var scope = new Scope(model, arguments);
        for (var count = draw.Below(3); count > 0; count--)
        {
            Locals.Add(scope, Depth);
        }

        var result =
            program.IsPerStep ? Kind.Seq(draw.Of(program.Dims))
            : draw.Percent(10) ? Kind.Scalar
            : scope.HasSequences && draw.Percent(10) ? Kind.Scalars
            : scope.HasSequences && draw.Percent(50) ? Kind.Seq(draw.Of(program.Dims))
            : Kind.Vec(draw.Of(program.Dims));
        var text = scope.Finish(Expressions.Write(scope, result, Depth)!);
        if (result.Dim is null)
        {
            text = $"Tanh({text})";
        }

        var method = draw.Of("Forward", "Forward", "Apply");
        model.Add(
            $"public {result} {method}({string.Join(", ", arguments.Select(a => $"{a.Kind} {a.Text}"))}){scope.Body(text)}"
        );
        var penalty = draw.Percent(20) ? Penalties.AddMethod(model) : null;
        program.Add($"{model}");
        Trainings.Add(program, new(model.Name, method, inputs, result, penalty));
    }

    private static List<Kind> Inputs(Declarations program)
    {
        var draw = program.Draw;
        Kind One(bool overTime) =>
            overTime
                ? draw.Percent(75)
                    ? Kind.Seq(draw.Of(program.Dims))
                    : Kind.Tokens(draw.Of(program.Vocabularies))
                : draw.Percent(75)
                    ? Kind.Vec(draw.Of(program.Dims))
                    : Kind.Token(draw.Of(program.Vocabularies));
        var inputs = new List<Kind> { One(program.IsPerStep || draw.Percent(93)) };
        if (draw.Percent(25))
        {
            inputs.Add(One(draw.Percent(50)));
        }

        if (inputs.Count == 1 && draw.Percent(15))
        {
            inputs.Add(inputs[0].OverTime && draw.Percent(75) ? Kind.Scalars : Kind.Scalar);
        }

        return inputs;
    }
}
