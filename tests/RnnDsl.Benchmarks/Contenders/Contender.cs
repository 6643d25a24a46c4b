namespace RnnDsl.Benchmarks.Contenders;

/// <summary>A cell of the library's, or of a user's, to be timed.</summary>
/// <param name="name">Its name in the lines.</param>
/// <param name="gates">Products of a step, each with the input and with a state; they give its operations.</param>
public abstract class Contender(string name, int gates)
{
    /// <summary>Every cell, the two that no library has last.</summary>
    public static IReadOnlyList<Contender> All { get; } =
    [
        new ContenderOf<RnnTraining.Sample>("rnn", 1, (i, h) => new RnnTraining(new(i, h)), x => new(x)),
        new ContenderOf<LstmTraining.Sample>("lstm", 4, (i, h) => new LstmTraining(new(i, h)), x => new(x)),
        new ContenderOf<GruTraining.Sample>("gru", 3, (i, h) => new GruTraining(new(i, h)), x => new(x)),
        new ContenderOf<GruAfterTraining.Sample>(
            "gru-after",
            3,
            (i, h) => new GruAfterTraining(new(i, h)),
            x => new(x)
        ),
        new ContenderOf<PeepholeTraining.Sample>("peephole", 4, (i, h) => new PeepholeTraining(new(i, h)), x => new(x)),
        new ContenderOf<JanetTraining.Sample>("janet", 2, (i, h) => new JanetTraining(new(i, h)), x => new(x)),
        new ContenderOf<MultiplicativeLstmTraining.Sample>(
            "mlstm",
            5,
            (i, h) => new MultiplicativeLstmTraining(new(i, h)),
            x => new(x)
        ),
    ];

    /// <summary>Its name in the lines.</summary>
    public string Name => name;

    /// <summary>Products of a step.</summary>
    public int Gates => gates;

    /// <summary>Makes the cell with random weights, and loads a batch of random data.</summary>
    /// <param name="point">The sizes.</param>
    /// <param name="threads">Threads that share the work.</param>
    public abstract Work Prepare(Point point, int threads);
}
