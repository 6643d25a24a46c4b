namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Declares a class of functions.</summary>
internal static class FunctionDeclarations
{
    public static void Add(Declarations program)
    {
        var draw = program.Draw;
        var functions = new ClassText(program, "Functions", program.Name("Functions"), [], []);
        var dim = new Dim("D");
        for (var count = 1 + draw.Below(2); count > 0; count--)
        {
            var shape = draw.Of(Shape.Vec, Shape.Vec, Shape.Seq);
            Kind[] inputs = draw.Percent(50)
                ? [new(shape, dim)]
                : [new(shape, dim), draw.Of(Kind.Vec(dim), Kind.Scalar)];
            var arguments = inputs.Select(kind => (Text: functions.Names.Take("x"), Kind: kind)).ToList();
            var scope = new Scope(functions, arguments);
            while (draw.Percent(30))
            {
                Locals.Add(scope, 2);
            }

            var result = draw.Percent(70) ? inputs[0] : Kind.Vec(dim);
            if (Expressions.Write(scope, result, 2) is not { } text)
            {
                continue;
            }

            text = scope.Finish(text);
            var name = functions.Names.Take(functions.Name + "_");
            functions.Add(
                $"public static {result} {name}<D>({string.Join(", ", arguments.Select(a => $"{a.Kind} {a.Text}"))}) where D : IDim{scope.Body(text)}"
            );
            program.Functions.Add(new($"{functions.Name}.{name}", ["D"], inputs, result));
        }

        program.Add($"{functions}");
    }
}
