namespace RnnDsl.Generator.Tests.Differentiation;

/// <summary>Cells of the library, and odd ones that it does not ship.</summary>
internal static class TestCells
{
    public static TestCell SimpleRnn { get; } =
        new(
            "SimpleRnn",
            ["h"],
            ["Wxh:H,X", "Whh:H,H", "bh:H"],
            v =>
            {
                var h = ((v("Wxh") * v("x")) + (v("Whh") * v("h")) + v("bh")).Tanh().Named("h");
                return [h, h];
            }
        );

    public static TestCell Lstm { get; } =
        new(
            "Lstm",
            ["h", "c"],
            [
                "Wxi:H,X",
                "Wxf:H,X",
                "Wxo:H,X",
                "Wxc:H,X",
                "Whi:H,H",
                "Whf:H,H",
                "Who:H,H",
                "Whc:H,H",
                "bi:H",
                "bf:H",
                "bo:H",
                "bc:H",
            ],
            v =>
            {
                Formula Sum(string gate) => (v("Wx" + gate) * v("x")) + (v("Wh" + gate) * v("h")) + v("b" + gate);
                var i = Sum("i").Sigmoid().Named("i");
                var f = Sum("f").Sigmoid().Named("f");
                var o = Sum("o").Sigmoid().Named("o");
                var c = ((f * v("c")) + (i * Sum("c").Tanh())).Named("c");
                var h = (o * c.Tanh()).Named("h");
                return [h, h, c];
            }
        );

    public static TestCell PeepholeLstm { get; } =
        new(
            "PeepholeLstm",
            ["h", "c"],
            [
                "Wxi:H,X",
                "Wxf:H,X",
                "Wxo:H,X",
                "Wxc:H,X",
                "Whi:H,H",
                "Whf:H,H",
                "Who:H,H",
                "Whc:H,H",
                "pi:H",
                "pf:H",
                "po:H",
                "bi:H",
                "bf:H",
                "bo:H",
                "bc:H",
            ],
            v =>
            {
                Formula Sum(string gate) => (v("Wx" + gate) * v("x")) + (v("Wh" + gate) * v("h")) + v("b" + gate);
                var i = (Sum("i") + (v("pi") * v("c"))).Sigmoid().Named("i");
                var f = (Sum("f") + (v("pf") * v("c"))).Sigmoid().Named("f");
                var c = ((f * v("c")) + (i * Sum("c").Tanh())).Named("c");
                var o = (Sum("o") + (v("po") * c)).Sigmoid().Named("o");
                var h = (o * c.Tanh()).Named("h");
                return [h, h, c];
            }
        );

    public static TestCell Gru { get; } =
        new(
            "Gru",
            ["h"],
            ["Wxz:H,X", "Wxr:H,X", "Wxh:H,X", "Whz:H,H", "Whr:H,H", "Whh:H,H", "bz:H", "br:H", "bh:H"],
            v =>
            {
                var z = ((v("Wxz") * v("x")) + (v("Whz") * v("h")) + v("bz")).Sigmoid().Named("z");
                var r = ((v("Wxr") * v("x")) + (v("Whr") * v("h")) + v("br")).Sigmoid().Named("r");
                var n = ((v("Wxh") * v("x")) + (v("Whh") * (r * v("h"))) + v("bh")).Tanh().Named("n");
                var h = (((1 - z) * v("h")) + (z * n)).Named("h");
                return [h, h];
            }
        );

    public static TestCell GruResetAfter { get; } =
        new(
            "GruResetAfter",
            ["h"],
            ["Wxz:H,X", "Wxr:H,X", "Wxn:H,X", "Whz:H,H", "Whr:H,H", "Whn:H,H", "bz:H", "br:H", "bn:H", "bhn:H"],
            v =>
            {
                var z = ((v("Wxz") * v("x")) + (v("Whz") * v("h")) + v("bz")).Sigmoid().Named("z");
                var r = ((v("Wxr") * v("x")) + (v("Whr") * v("h")) + v("br")).Sigmoid().Named("r");
                var n = ((v("Wxn") * v("x")) + v("bn") + (r * ((v("Whn") * v("h")) + v("bhn")))).Tanh().Named("n");
                var h = (((1 - z) * n) + (z * v("h"))).Named("h");
                return [h, h];
            }
        );

    /// <summary>Two states that feed each other; what comes out is neither of them.</summary>
    public static TestCell TwoStates { get; } =
        new(
            "TwoStates",
            ["a", "b"],
            ["Wa:H,X", "Ua:H,H", "Ub:H,H", "s:H"],
            v =>
            {
                var a = ((v("Wa") * v("x")) + (v("Ua") * v("b"))).Tanh().Named("a");
                var b = ((v("Ub") * a) + (v("s") * v("a"))).Sigmoid().Named("b");
                return [a * b.Square(), a, b];
            }
        );

    public static TestCell ProductOfProducts { get; } =
        new(
            "ProductOfProducts",
            ["h"],
            ["W1:H,K", "W2:K,K", "U:K,H", "V:H,X"],
            v =>
            {
                var h = ((v("W1") * (v("W2") * (v("U") * v("h")))) + (v("V") * v("x"))).Tanh().Named("h");
                return [h, h];
            }
        );

    /// <summary>The state m is never returned: it only feeds the next step.</summary>
    public static TestCell HiddenMemory { get; } =
        new(
            "HiddenMemory",
            ["m"],
            ["W:H,X", "U:H,H", "V:H,X", "p:H"],
            v =>
            {
                var y = ((v("W") * v("x")) + (v("U") * v("m"))).Tanh().Named("y");
                var m = ((v("p") * v("m")) + (v("V") * v("x")).Sigmoid()).Named("m");
                return [y, m];
            }
        );

    /// <summary>Products on values of this step, twice in a row, with a reduction between.</summary>
    public static TestCell Deep { get; } =
        new(
            "Deep",
            ["h"],
            ["W:H,X", "U:H,H", "V:H,H", "R:H,H", "g:H"],
            v =>
            {
                var a = ((v("W") * v("x")) + (v("U") * v("h"))).Tanh().Named("a");
                var b = (v("V") * (a * v("h"))).Sigmoid().Named("b");
                var norm = (a.Square().Sum() + b.Sum()).Named("norm");
                var h = ((v("R") * (b * a)) + (v("g") * (a / norm))).Tanh().Named("h");
                return [h, h];
            }
        );

    public static IReadOnlyList<TestCell> All { get; } =
    [SimpleRnn, Lstm, PeepholeLstm, Gru, GruResetAfter, TwoStates, ProductOfProducts, HiddenMemory, Deep];

    public static TestCell ByName(string name) => All.Single(cell => cell.Name == name);
}
