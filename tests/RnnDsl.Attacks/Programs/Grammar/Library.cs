namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>The cells and layers that the library has.</summary>
internal static class Library
{
    private static readonly Dim X = new("X");
    private static readonly Dim H = new("H");
    private static readonly Kind h = Kind.Vec(H);

    public static IReadOnlyList<CellType> Cells { get; } =
    [
        Cell("SimpleRnn", ("h", h)),
        Cell("ReluRnn", ("h", h)),
        Cell("SigmoidRnn", ("h", h)),
        Cell("Lstm", ("h", h), ("c", h)),
        Cell("PeepholeLstm", ("h", h), ("c", h)),
        Cell("LayerNormLstm", ("h", h), ("c", h)),
        Cell("Gru", ("h", h)),
        Cell("GruResetAfter", ("h", h)),
        Cell("MultiplicativeLstm", ("h", h), ("c", h)),
        Cell("SLstm", ("h", h), ("c", h), ("n", h), ("m", h)),
        Cell("Mgu", ("h", h)),
        Cell("Janet", ("h", h)),
        Cell("UgRnn", ("h", h)),
        Cell("FastGrnn", ("h", h)),
        Cell("IndRnn", ("h", h)),
        Cell("Sru", ("c", h)),
        Cell("Qrnn", ("c", h), ("before", Kind.Vec(X))),
        Cell("MinGru", ("h", h)),
        Cell("MinLstm", ("h", h)),
    ];

    public static IReadOnlyList<LayerType> Layers { get; } =
    [
        Layer("Dense", [X, H], [Kind.Vec(X)], Kind.Vec(H)),
        Layer("Dense", [X, H], [Kind.Vec(X)], Kind.Vec(H)),
        Layer("Embedding", [X, H], [Kind.Token(X)], Kind.Vec(H)),
        Layer("LayerNorm", [H], [Kind.Vec(H)], Kind.Vec(H)),
        Layer("Highway", [H], [Kind.Vec(H)], Kind.Vec(H)),
        Stack("Lstm", "Gru"),
        Stack("GruResetAfter", "Lstm"),
        Bidirectional("Lstm"),
        Bidirectional("Gru"),
    ];

    /// <summary>Layers of the library that read a sequence from its end.</summary>
    public static bool ReadsFromEnd(string layer) => layer.StartsWith("Bidirectional", StringComparison.Ordinal);

    private static LayerType Stack(string first, string cell) =>
        Layer("Stack", [X, H, new("Depth")], [Kind.Seq(X)], Kind.Seq(H)) with
        {
            Cells = [(first, ["X", "H"]), (cell, ["H", "H"])],
        };

    private static LayerType Bidirectional(string cell) =>
        Layer("Bidirectional", [X, H], [Kind.Seq(X)], Kind.Seq(Dim.Cat(H, H))) with
        {
            Cells = [(cell, ["X", "H"])],
        };

    private static CellType Cell(string name, params (string, Kind)[] states) =>
        new(name, ["X", "H"], [Kind.Vec(X)], Kind.Vec(H), states);

    private static LayerType Layer(string name, Dim[] parameters, Kind[] arguments, Kind result) =>
        new(
            name,
            [.. parameters.Select(p => p.Name)],
            "Apply",
            arguments,
            result,
            [.. parameters.Select(p => p.Name).Where(p => p == "Depth")]
        );
}
