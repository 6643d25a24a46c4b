namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>What is done with matrices.</summary>
internal static class Products
{
    /// <summary>A matrix times a vector, or a sequence of them.</summary>
    public static string? Multiply(Scope scope, Kind kind, int depth)
    {
        if (kind.Shape is not (Shape.Vec or Shape.Seq) || !scope.HasFields)
        {
            return null;
        }

        var dim = scope.AnyDim();
        return Expressions.Write(scope, new(kind.Shape, dim), depth) is { } operand
            ? $"({Factor(scope, kind.Dim!, dim)} * {operand})"
            : null;
    }

    // A matrix, or what is computed of some.
    private static string Factor(Scope scope, Dim rows, Dim columns) =>
        scope.Draw.Below(30) switch
        {
            0 => $"({Matrix(scope, rows, columns)} - {Matrix(scope, rows, columns)})",
            1 => $"0.5f * {Matrix(scope, rows, columns)}",
            2 => $"Transpose({Matrix(scope, columns, rows)})",
            3 => $"({Matrix(scope, rows, columns)} + Transpose({Matrix(scope, columns, rows)} / 2))",
            4 => $"(-{Matrix(scope, rows, columns)})",
            5 => $"({Matrix(scope, rows, columns)} - Tanh({Matrix(scope, rows, columns)}))",
            6 => $"Hadamard(Sigmoid({Matrix(scope, rows, columns)}), {Matrix(scope, rows, columns)})",
            7 => Product(scope, rows, scope.AnyDim(), columns),
            8 =>
                $"(Transpose({Product(scope, columns, scope.AnyDim(), rows)}) - 0.5f * {Matrix(scope, rows, columns)})",
            _ => Matrix(scope, rows, columns),
        };

    private static string Product(Scope scope, Dim rows, Dim inner, Dim columns) =>
        $"({Matrix(scope, rows, inner)} * {Matrix(scope, inner, columns)})";

    /// <summary>A row of a matrix.</summary>
    public static string? LookUp(Scope scope, Kind kind, int depth) =>
        scope.HasFields && Symbol(scope, kind) is { } symbol ? Row(scope, symbol, kind.Dim!) : null;

    /// <summary>The rows of symbols.</summary>
    public static string Row(Scope scope, (string Text, Kind Kind) symbol, Dim dim)
    {
        scope.Program.HasTables = true;
        return $"{Matrix(scope, symbol.Kind.Dim!, dim)}[{symbol.Text}]";
    }

    /// <summary>A symbol as a vector, by itself or with a matrix.</summary>
    public static string? OneHot(Scope scope, Kind kind, int depth)
    {
        if (Symbol(scope, kind) is not { } symbol)
        {
            return null;
        }

        return symbol.Kind.Dim == kind.Dim ? $"OneHot({symbol.Text})"
            : scope.HasFields ? $"({Matrix(scope, kind.Dim!, symbol.Kind.Dim!)} * OneHot({symbol.Text}))"
            : null;
    }

    /// <summary>A matrix of these dims.</summary>
    public static string Matrix(Scope scope, Dim rows, Dim columns) =>
        scope.Owner.Field(
            $"Mat<{rows}, {columns}>",
            "W",
            scope.Draw.Percent(90)
                ? ""
                : scope.Draw.Of(
                    "[Init(Initializer.Orthogonal)] ",
                    "[Init(Initializer.GlorotUniform)] ",
                    "[Init(0.25)] "
                )
        );

    private static (string Text, Kind Kind)? Symbol(Scope scope, Kind kind) =>
        kind.Shape switch
        {
            Shape.Vec when scope.Find(Shape.Token) is { } token => token,
            Shape.Vec when !scope.Program.IsPerStep && scope.Find(Shape.Tokens) is { } tokens => (
                $"{tokens.Text}.Last",
                tokens.Kind
            ),
            Shape.Seq => scope.Find(Shape.Tokens),
            _ => null,
        };
}
