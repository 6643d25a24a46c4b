namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Penalties on parameters.</summary>
internal static class Penalties
{
    /// <summary>A method of a model that gives one; null where it has no matrix.</summary>
    public static string? AddMethod(ClassText model)
    {
        var draw = model.Program.Draw;
        var terms = model
            .Penalized.Where(_ => draw.Percent(50))
            .Select(field => $"{draw.Number()} * SumOfSquares({field})")
            .Concat(
                model.Program.HasTables
                    ? []
                    : model.Children.Where(_ => draw.Percent(30)).Select(field => $"{draw.Number()} * L2({field})")
            )
            .ToList();
        if (terms.Count == 0)
        {
            return null;
        }

        var name = model.Names.Take("Penalty");
        model.Add($"public Scalar {name}() => 0.02f * ({string.Join(" + ", terms)});");
        return name;
    }
}
