namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Layers in a layer or a cell.</summary>
internal static class LayerCalls
{
    public static string? Apply(Scope scope, Kind kind, int depth) =>
        Pick(scope, kind) is var (layer, given, lifted)
        && Arguments(scope, layer, given, lifted, depth) is { } arguments
            ? $"{scope.Owner.Field(layer.With(given), "layer")}.{layer.Method}({arguments})"
            : null;

    /// <summary>A layer of an array, by its place.</summary>
    public static string? Element(Scope scope, Kind kind, int depth)
    {
        if (
            Pick(scope, kind) is not var (layer, given, lifted)
            || Arguments(scope, layer, given, lifted, depth) is not { } arguments
        )
        {
            return null;
        }

        var type = layer.With(given);
        var field = scope.Owner.Own($"{type}[]", "layers", "[Count(2)] ");
        // Each layer of an array needs a use, or it would not be trained.
        return $"(0.5f * ({field}[0].{layer.Method}({arguments}) + {field}[{scope.Draw.Of("1", "^1")}].{layer.Method}({arguments})))";
    }

    private static (LayerType Layer, Dictionary<string, Dim> Given, bool Lifted)? Pick(Scope scope, Kind kind)
    {
        if (!scope.HasFields || !scope.Program.MayCall())
        {
            return null;
        }

        var candidates = scope
            .Program.Layers.SelectMany(layer => new[] { (layer, lifted: false), (layer, lifted: true) })
            .Where(x => Fits(scope, x.layer, x.lifted, kind, []))
            .ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        var (layer, lifted) = scope.Draw.Of(candidates);
        var given = new Dictionary<string, Dim>(StringComparer.Ordinal);
        Fits(scope, layer, lifted, kind, given);
        foreach (var parameter in layer.Parameters.Where(parameter => !given.ContainsKey(parameter)))
        {
            given[parameter] = layer.Counts.Contains(parameter)
                ? scope.Draw.Of(scope.Owner.Depths)
                : Vocabulary(scope, layer, parameter) ?? scope.AnyDim();
        }

        return (layer, given, lifted);
    }

    private static bool Fits(Scope scope, LayerType layer, bool lifted, Kind kind, Dictionary<string, Dim> given)
    {
        var isVector = layer is { Arguments: [{ Shape: Shape.Vec or Shape.Token }], Result.Shape: Shape.Vec };
        var reads = layer.Arguments.Any(argument => argument.OverTime) || lifted;
        var symbols = layer.Arguments.FirstOrDefault(argument => argument.Shape is Shape.Token or Shape.Tokens);
        return (!lifted || (isVector && kind.Shape == Shape.Seq))
            && !(scope.InMap && reads)
            && !(reads && !scope.HasSequences)
            && !(Library.ReadsFromEnd(layer.Name) && !scope.Program.HasReversals)
            && !(layer.Counts.Count > 0 && scope.Owner.Depths.Count == 0)
            && (symbols is null || HasSymbol(scope, symbols.Shape, lifted))
            && (lifted ? Kind.Seq(layer.Result.Dim!) : layer.Result).TryMatch(kind, layer.Parameters, given);
    }

    private static bool HasSymbol(Scope scope, Shape shape, bool lifted) =>
        scope.Values.Any(value => value.Kind.Shape == (lifted ? Shape.Tokens : shape));

    // The dim of a token is that of one which is there.
    private static Dim? Vocabulary(Scope scope, LayerType layer, string parameter) =>
        layer.Arguments.Any(argument =>
            argument.Shape is Shape.Token or Shape.Tokens && argument.Dim!.Name == parameter
        ) && scope.Find(Shape.Token, Shape.Tokens) is { } symbol
            ? symbol.Kind.Dim
            : null;

    private static string? Arguments(
        Scope scope,
        LayerType layer,
        Dictionary<string, Dim> given,
        bool lifted,
        int depth
    )
    {
        var texts = new List<string>();
        foreach (var argument in layer.Arguments)
        {
            var kind = argument.With(given);
            kind = !lifted ? kind : kind with { Shape = kind.Shape == Shape.Token ? Shape.Tokens : Shape.Seq };
            if (
                (kind.Shape is Shape.Token or Shape.Tokens ? scope.Find(kind) : Expressions.Write(scope, kind, depth))
                is not { } text
            )
            {
                return null;
            }

            texts.Add(text);
            scope.Program.HasTables |= kind.Shape is Shape.Token or Shape.Tokens;
        }

        return string.Join(", ", texts);
    }
}
