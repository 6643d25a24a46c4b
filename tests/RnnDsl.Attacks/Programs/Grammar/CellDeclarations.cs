namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Declares cells.</summary>
internal static class CellDeclarations
{
    private const int Depth = 2;

    public static void Add(Declarations program)
    {
        var draw = program.Draw;
        var isGeneric = draw.Percent(70);
        IReadOnlyList<Dim> parameters = isGeneric ? [new("X"), new("H")] : [];
        var cell = new ClassText(program, "Cell", program.Name("Cell"), parameters, []);
        var input = isGeneric ? parameters[0] : draw.Of(program.Dims);
        var hasDelay = draw.Percent(15);
        var states = States(cell, isGeneric ? parameters[1] : draw.Of(program.Dims), hasDelay);
        var inputs = Inputs(program, input);
        var arguments = inputs.Select(kind => (Text: cell.Names.Take("x"), Kind: kind)).ToList();
        var scope = new Scope(cell, [.. arguments, .. states]);

        var rest = states.OrderBy(_ => draw.Below(100)).ToList();
        if (rest.Count > 1 && rest[0].Kind == rest[1].Kind && draw.Percent(30))
        {
            scope.Add(Exchange(scope, rest[0], rest[1]));
            rest.RemoveRange(0, 2);
        }

        var hasMatrix = draw.Percent(25);
        if (hasMatrix)
        {
            AddMatrix(cell, scope);
        }

        var hasInner = false;
        foreach (var state in rest)
        {
            hasInner |= draw.Percent(20) && InnerCells.Add(scope, Depth);
            while (draw.Percent(25))
            {
                Locals.Add(scope, Depth);
            }

            scope.Add(Assign(scope, state));
        }

        var output =
            draw.Percent(60) && states.Exists(s => s.Kind.Shape == Shape.Vec)
                ? draw.Of(states.Where(s => s.Kind.Shape == Shape.Vec).ToList()).Kind
            : draw.Percent(20) ? Kind.Scalar
            : Kind.Vec(scope.AnyDim());
        var result = scope.Finish(
            draw.Percent(40)
                ? scope.Find(output) ?? Expressions.Write(scope, output, Depth)!
                : Expressions.Write(scope, output, Depth)!
        );
        var parts = string.Join(", ", arguments.Select(a => $"{a.Kind} {a.Text}"));
        cell.Add($"{(hasDelay ? "" : draw.Of("", "public "))}{output} Step({parts}){scope.Body(result)}");
        program.Add($"{cell}");
        program.Cells.Add(
            new(cell.Name, [.. parameters.Select(p => p.Name)], inputs, output, states)
            {
                HasMore = hasMatrix || hasInner || hasDelay,
            }
        );
    }

    // A state that is a matrix, and a value that is read from it.
    private static void AddMatrix(ClassText cell, Scope scope)
    {
        var (rows, columns) = (cell.Program.Draw.Of(cell.Dims), cell.Program.Draw.Of(cell.Dims));
        var matrix = cell.Own($"Mat<{rows}, {columns}>", "M", "[State] ");
        scope.Add($"{matrix} = 0.5f * {matrix} + {Matrices.Write(scope, rows, columns, depth: 1)};");
        var vector = Expressions.Small(scope, Kind.Vec(columns), depth: 1);
        scope.Let(Kind.Vec(rows), $"0.3f * ({matrix} * {vector})");
    }

    private static List<Kind> Inputs(Declarations program, Dim dim)
    {
        var draw = program.Draw;
        var inputs = new List<Kind> { Kind.Vec(dim) };
        if (draw.Percent(30))
        {
            inputs.Add(draw.Of(Kind.Vec(dim), Kind.Scalar, Kind.Scalar));
        }

        if (draw.Percent(15))
        {
            inputs.Add(Kind.Token(draw.Of(program.Vocabularies)));
        }

        if (draw.Percent(10))
        {
            inputs.Insert(draw.Below(inputs.Count + 1), Kind.Scalar);
        }

        return inputs;
    }

    private static List<(string Name, Kind Kind)> States(ClassText cell, Dim dim, bool hasDelay)
    {
        var draw = cell.Program.Draw;
        var states = new List<(string, Kind)>();
        for (var count = 1 + draw.Below(3); count > 0; count--)
        {
            var kind =
                states.Count == 0 ? Kind.Vec(dim)
                : draw.Percent(25) ? Kind.Scalar
                : Kind.Vec(draw.Percent(80) ? dim : draw.Of(cell.Dims));
            var delay = hasDelay && (states.Count == 0 || draw.Percent(30)) ? 2 + draw.Below(3) : 1;
            var attribute = delay > 1 ? $"[State(Delay = {delay})] " : "[State] ";
            states.Add((cell.Own($"{kind}", "h", attribute), kind));
        }

        return states;
    }

    /// <summary>Two states get their values at once, each from what the other was.</summary>
    private static string Exchange(Scope scope, (string Name, Kind Kind) first, (string Name, Kind Kind) second) =>
        scope.Draw.Percent(30)
            ? $"({first.Name}, {second.Name}) = ({second.Name}, {first.Name});"
            : $"({first.Name}, {second.Name}) = ({Expressions.Small(scope, first.Kind, Depth)}, {Expressions.Small(scope, second.Kind, Depth)});";

    /// <summary>A state's value of the step: it stays small however long the sequence is.</summary>
    private static string Assign(Scope scope, (string Name, Kind Kind) state)
    {
        var next = Expressions.Small(scope, state.Kind, Depth)!;
        switch (scope.Draw.Below(6))
        {
            case 0:
                return $"{state.Name} = 0.5f * {state.Name} + {next};";
            case 1:
                var gate = Expressions.Write(scope, state.Kind, Depth)!;
                return $"{state.Name} = Sigmoid({gate}) * {state.Name} + (1 - Sigmoid({gate})) * {next};";
            case 2:
                return $"{state.Name} += 0.3f * ({next} - {state.Name});";
            default:
                return $"{state.Name} = {next};";
        }
    }
}
