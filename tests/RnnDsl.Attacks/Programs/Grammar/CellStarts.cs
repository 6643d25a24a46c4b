namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>What a cell starts from.</summary>
internal static class CellStarts
{
    /// <summary>An argument of Scan or Final with a comma before it, or nothing.</summary>
    public static string Write(Scope scope, CellType cell, Dictionary<string, Dim> given, string field, int depth)
    {
        var draw = scope.Draw;
        if (scope.Program.IsPerStep || draw.Percent(65))
        {
            return "";
        }

        var start = draw.Percent(60) ? New(scope, cell, given, depth) : EndOfAnother(scope, cell, given, field, depth);
        return start is null ? "" : $", {draw.Of("from: ", "")}{start}";
    }

    private static string? New(Scope scope, CellType cell, Dictionary<string, Dim> given, int depth)
    {
        var states = cell.States.Select(state => Expressions.Small(scope, state.Kind.With(given), depth)).ToList();
        return cell.HasMore || states.Contains(null) ? null : $"new({string.Join(", ", states)})";
    }

    /// <summary>Where a cell of the same type ends, with another value for one of its states.</summary>
    private static string? EndOfAnother(
        Scope scope,
        CellType cell,
        Dictionary<string, Dim> given,
        string field,
        int depth
    )
    {
        if (!scope.Program.MayCall() || CellCalls.Sequences(scope, cell, given, depth) is not { } steps)
        {
            return null;
        }

        var type = TypeText.Of(cell.Name, cell.Parameters, given);
        var other = scope.Draw.Percent(50) ? field : scope.Owner.Field(type, "cell");
        var end = $"{other}.Final({steps})";
        var (name, kind) = scope.Draw.Of(cell.States);
        return scope.Draw.Percent(40) && Expressions.Small(scope, kind.With(given), depth) is { } value
            ? $"{end} with {{ {name} = {value} }}"
            : end;
    }
}
