namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>The grammar of expressions: each rule, and how often it is tried first.</summary>
internal static class Expressions
{
    private static readonly (int Weight, Rule Rule)[] rules =
    [
        (8, Elementwise.Operator),
        (6, Elementwise.Function),
        (2, Elementwise.Quotient),
        (2, Elementwise.Extreme),
        (8, Products.Multiply),
        (3, Matrices.Read),
        (3, Products.LookUp),
        (2, Products.OneHot),
        (8, Reductions.OverTime),
        (6, Reductions.OverElements),
        (2, Reductions.Softmax),
        (2, Layouts.Concat),
        (2, Layouts.Part),
        (2, Layouts.Reverse),
        (3, Layouts.Map),
        (8, CellCalls.Scan),
        (5, CellCalls.Final),
        (5, LayerCalls.Apply),
        (2, LayerCalls.Element),
        (2, LayerLoops.Loop),
        (2, Noises.Drop),
        (2, Noises.ZoneOut),
        (2, FunctionCalls.Call),
        (2, PrivateMethods.Call),
        (1, PrivateMethods.Deconstruct),
        (1, LossCalls.Call),
        (3, Share),
    ];

    /// <summary>An expression of a type; null where nothing gives one.</summary>
    public static string? Write(Scope scope, Kind kind, int depth)
    {
        if (depth > 0)
        {
            foreach (var rule in scope.Draw.Shuffled(rules.Select(rule => (rule.Weight, rule.Rule))))
            {
                if (rule(scope, kind, depth - 1) is { } text)
                {
                    return text;
                }
            }
        }

        return Leaves.Write(scope, kind);
    }

    /// <summary>An expression whose values stay between -1 and 1, or a bit more.</summary>
    public static string? Small(Scope scope, Kind kind, int depth) =>
        Write(scope, kind, depth) is { } text ? $"{scope.Draw.Of("Tanh", "Tanh", "Sigmoid")}({text})" : null;

    // A value with a name may be used again: its gradient is a sum.
    private static string? Share(Scope scope, Kind kind, int depth) =>
        Write(scope, kind, depth) is { } text ? scope.Let(kind, text) : null;
}
