namespace RnnDsl.Tests.Parity;

/// <summary>Which of PyTorch's parameters a cell's parameter is; where it is two biases, it is their sum.</summary>
internal static class PyTorchNames
{
    public static IReadOnlyList<(string Ours, string[] Theirs)> Rnn { get; } = [.. Gate("h", "h", "xh", "hh")];

    public static IReadOnlyList<(string Ours, string[] Theirs)> Lstm { get; } =
    [.. Gate("i", "i"), .. Gate("f", "f"), .. Gate("o", "o"), .. Gate("c", "g")];

    public static IReadOnlyList<(string Ours, string[] Theirs)> Gru { get; } =
    [
        .. Gate("r", "r"),
        .. Gate("z", "z"),
        ("Wxn", ["weight_ih.n"]),
        ("Whn", ["weight_hh.n"]),
        ("bn", ["bias_ih.n"]),
        ("bhn", ["bias_hh.n"]),
    ];

    private static (string Ours, string[] Theirs)[] Gate(string ours, string theirs) =>
        Gate(ours, theirs, "x" + ours, "h" + ours);

    private static (string Ours, string[] Theirs)[] Gate(string ours, string theirs, string input, string recurrent) =>
        [
            ("W" + input, [$"weight_ih.{theirs}"]),
            ("W" + recurrent, [$"weight_hh.{theirs}"]),
            ("b" + ours, [$"bias_ih.{theirs}", $"bias_hh.{theirs}"]),
        ];
}
