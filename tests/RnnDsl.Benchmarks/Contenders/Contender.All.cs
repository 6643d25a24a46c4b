namespace RnnDsl.Benchmarks.Contenders;

public abstract partial class Contender
{
    /// <summary>
    /// Every cell: of the library, some of which no other library has, one that holds another, and those that compute the gradients of the
    /// inputs too.
    /// </summary>
    public static IReadOnlyList<Contender> All { get; } =
    [
        new ContenderOf<RnnTraining.Sample>(
            "rnn",
            1,
            (i, h) => new RnnTraining(new(i, h)),
            x => new(x),
            (i, h) => new RnnLayer(i, h).Stream().Push
        ),
        new ContenderOf<LstmTraining.Sample>(
            "lstm",
            4,
            (i, h) => new LstmTraining(new(i, h)),
            x => new(x),
            (i, h) => new LstmLayer(i, h).Stream().Push
        ),
        new ContenderOf<GruTraining.Sample>(
            "gru",
            3,
            (i, h) => new GruTraining(new(i, h)),
            x => new(x),
            (i, h) => new GruLayer(i, h).Stream().Push
        ),
        new ContenderOf<GruAfterTraining.Sample>(
            "gru-after",
            3,
            (i, h) => new GruAfterTraining(new(i, h)),
            x => new(x),
            (i, h) => new GruAfterLayer(i, h).Stream().Push
        ),
        new ContenderOf<PeepholeTraining.Sample>(
            "peephole",
            4,
            (i, h) => new PeepholeTraining(new(i, h)),
            x => new(x),
            (i, h) => new PeepholeLayer(i, h).Stream().Push
        ),
        new ContenderOf<JanetTraining.Sample>(
            "janet",
            2,
            (i, h) => new JanetTraining(new(i, h)),
            x => new(x),
            (i, h) => new JanetLayer(i, h).Stream().Push
        ),
        new ContenderOf<MultiplicativeLstmTraining.Sample>(
            "mlstm",
            5,
            (i, h) => new MultiplicativeLstmTraining(new(i, h)),
            x => new(x),
            (i, h) => new MultiplicativeLstmLayer(i, h).Stream().Push
        ),
        new ContenderOf<HyperTraining.Sample>(
            "hyper",
            8,
            (i, h) => new HyperTraining(new(i, h)),
            x => new(x),
            (i, h) => new HyperLayer(i, h).Stream().Push
        ),
        new ContenderOf<GruDTraining.Sample>(
            "gru-d",
            3,
            (i, h) => new GruDTraining(new(i, h)),
            x => new(x),
            (i, h) => new GruDLayer(i, h).Stream().Push,
            inputs: 7
        ),
        // Its matrix is updated and read: two passes over it, of which each has a multiplication and an addition.
        new ContenderOf<MatrixMemoryTraining.Sample>(
            "mlstm-matrix",
            2,
            (i, h) => new MatrixMemoryTraining(new(i, h)),
            x => new(x),
            (i, h) => new MatrixMemoryLayer(i, h).Stream().Push,
            inputs: 4
        )
        {
            MostUnits = 128,
        },
        new ContenderOf<RnnDxTraining.Sample>(
            "rnn+dx",
            1,
            (i, h) => new RnnDxTraining(new(i, h)),
            x => new(x),
            (i, h) => new RnnDxLayer(i, h).Stream().Push
        ),
        new ContenderOf<LstmDxTraining.Sample>(
            "lstm+dx",
            4,
            (i, h) => new LstmDxTraining(new(i, h)),
            x => new(x),
            (i, h) => new LstmDxLayer(i, h).Stream().Push
        ),
        new ContenderOf<GruDxTraining.Sample>(
            "gru+dx",
            3,
            (i, h) => new GruDxTraining(new(i, h)),
            x => new(x),
            (i, h) => new GruDxLayer(i, h).Stream().Push
        ),
        new ContenderOf<GruAfterDxTraining.Sample>(
            "gru-after+dx",
            3,
            (i, h) => new GruAfterDxTraining(new(i, h)),
            x => new(x),
            (i, h) => new GruAfterDxLayer(i, h).Stream().Push
        ),
    ];

    /// <summary>The cell of a name; null if there is none.</summary>
    public static Contender? Find(string name) => All.FirstOrDefault(x => x.Name == name);
}
