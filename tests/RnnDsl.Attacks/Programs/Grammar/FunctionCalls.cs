namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Functions of the program's <c>[Functions]</c> classes.</summary>
internal static class FunctionCalls
{
    public static string? Call(Scope scope, Kind kind, int depth)
    {
        var functions = scope
            .Program.Functions.Where(f =>
                f.Result.TryMatch(kind, f.Parameters, []) && !(scope.InMap && f.Arguments.Any(a => a.OverTime))
            )
            .ToList();
        if (functions.Count == 0)
        {
            return null;
        }

        var function = scope.Draw.Of(functions);
        var given = new Dictionary<string, Dim>(StringComparer.Ordinal);
        function.Result.TryMatch(kind, function.Parameters, given);
        foreach (var parameter in function.Parameters.Where(parameter => !given.ContainsKey(parameter)))
        {
            given[parameter] = scope.AnyDim();
        }

        var arguments = function.Arguments.Select(a => Expressions.Write(scope, a.With(given), depth)).ToList();
        return arguments.Contains(null) ? null : $"{function.Name}({string.Join(", ", arguments)})";
    }
}
