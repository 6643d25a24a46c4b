namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Cells that run over a sequence.</summary>
internal static class CellCalls
{
    public static string? Scan(Scope scope, Kind kind, int depth)
    {
        if (
            kind.Shape is not (Shape.Seq or Shape.Scalars)
            || !scope.RunsCells
            || scope.InMap
            || !scope.Program.MayCall()
        )
        {
            return null;
        }

        var cells = scope.Program.Cells.Where(cell => cell.Output.Lift().TryMatch(kind, cell.Parameters, [])).ToList();
        if (cells.Count == 0)
        {
            return null;
        }

        var cell = scope.Draw.Of(cells);
        var given = new Dictionary<string, Dim>(StringComparer.Ordinal);
        cell.Output.Lift().TryMatch(kind, cell.Parameters, given);
        return Run(scope, cell, given, "Scan", depth);
    }

    /// <summary>A state after the last step, by its name or taken apart.</summary>
    public static string? Final(Scope scope, Kind kind, int depth)
    {
        if (
            kind.Shape is not (Shape.Vec or Shape.Scalar)
            || !scope.RunsCells
            || scope.InMap
            || scope.Program.IsPerStep
            || !scope.Program.MayCall()
        )
        {
            return null;
        }

        var states = scope
            .Program.Cells.SelectMany(cell => cell.States.Select((state, place) => (cell, state, place)))
            .Where(x => x.state.Kind.TryMatch(kind, x.cell.Parameters, []))
            .ToList();
        if (states.Count == 0)
        {
            return null;
        }

        var (cell, state, place) = scope.Draw.Of(states);
        var given = new Dictionary<string, Dim>(StringComparer.Ordinal);
        state.Kind.TryMatch(kind, cell.Parameters, given);
        if (Run(scope, cell, given, "Final", depth) is not { } run)
        {
            return null;
        }

        if (cell.States.Count == 1 || cell.HasMore || scope.Draw.Percent(50))
        {
            return $"{run}.{state.Name}";
        }

        var parts = cell.States.Select(_ => scope.Owner.Names.Take("f")).ToList();
        scope.Add($"var ({string.Join(", ", parts)}) = {run};");
        for (var i = 0; i < parts.Count; i++)
        {
            scope.Add(parts[i], cell.States[i].Kind.With(given));
        }

        return parts[place];
    }

    private static string? Run(Scope scope, CellType cell, Dictionary<string, Dim> given, string method, int depth)
    {
        foreach (var parameter in cell.Parameters.Where(parameter => !given.ContainsKey(parameter)))
        {
            var isVocabulary = cell.Inputs.Any(input => input.Shape == Shape.Token && input.Dim!.Name == parameter);
            given[parameter] =
                isVocabulary && scope.Find(Shape.Tokens) is { } tokens ? tokens.Kind.Dim! : scope.AnyDim();
        }

        if (Sequences(scope, cell, given, depth) is not { } sequence)
        {
            return null;
        }

        var field = scope.Owner.Field(TypeText.Of(cell.Name, cell.Parameters, given), "cell");
        return $"{field}.{method}({sequence}{CellStarts.Write(scope, cell, given, field, depth)})";
    }

    /// <summary>What a cell runs over; null where there is no such token.</summary>
    public static string? Sequences(Scope scope, CellType cell, Dictionary<string, Dim> given, int depth)
    {
        var texts = new List<string>();
        foreach (var kind in cell.Inputs.Select(input => input.With(given).Lift()))
        {
            if ((kind.Shape == Shape.Tokens ? scope.Find(kind) : Expressions.Write(scope, kind, depth)) is not { } text)
            {
                return null;
            }

            texts.Add(text);
            scope.Program.HasTables |= kind.Shape == Shape.Tokens;
        }

        return string.Join(", ", texts);
    }
}
