namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Cells that a cell holds: one step of one, and sometimes another of the same.</summary>
internal static class InnerCells
{
    /// <summary>Adds a value that an inner cell returns; false where none fits.</summary>
    public static bool Add(Scope scope, int depth)
    {
        var (draw, program) = (scope.Draw, scope.Program);
        var cells = program.Cells.Where(cell => cell.Inputs.All(input => input.Shape != Shape.Token)).ToList();
        if (cells.Count == 0 || !program.MayCall())
        {
            return false;
        }

        var cell = draw.Of(cells);
        var given = cell.Parameters.ToDictionary(p => p, _ => draw.Of(scope.Owner.Dims), StringComparer.Ordinal);
        var field = scope.Owner.Field(TypeText.Of(cell.Name, cell.Parameters, given), "inner");
        for (var steps = draw.Percent(30) ? 2 : 1; steps > 0; steps--)
        {
            var inputs = cell.Inputs.Select(input => Expressions.Small(scope, input.With(given), depth - 1));
            scope.Let(cell.Output.With(given), $"{field}.Step({string.Join(", ", inputs)})");
        }

        return true;
    }
}
