namespace RnnDsl.Tests.Cells.Papers;

/// <summary>Cells of the library, and others declared as a user declares them, against their papers' equations, written as plain loops of doubles.</summary>
public sealed class PaperCellTests
{
    private static readonly Dictionary<string, Func<PaperCell>> all = new(StringComparer.Ordinal)
    {
        ["IndRnn"] = LinearCells.IndRnn,
        ["MinGru"] = LinearCells.MinGru,
        ["MinLstm"] = LinearCells.MinLstm,
        ["Sru"] = LinearCells.Sru,
        ["Qrnn"] = LinearCells.Qrnn,
        ["Lru"] = LinearCells.Lru,
        ["Janet"] = GatedCells.Janet,
        ["Mgu"] = GatedCells.Mgu,
        ["UgRnn"] = GatedCells.UgRnn,
        ["Rhn"] = GatedCells.Rhn,
        ["MultiplicativeLstm"] = GatedCells.MultiplicativeLstm,
        ["FastGrnn"] = GatedCells.FastGrnn,
        ["SLstm"] = GatedCells.SLstm,
        ["CoRnn"] = ContinuousCells.CoRnn,
        ["Lem"] = ContinuousCells.Lem,
        ["GruD"] = ContinuousCells.GruD,
        ["Lmu"] = ContinuousCells.Lmu,
        ["AntisymmetricRnn"] = ContinuousCells.AntisymmetricRnn,
        ["PhasedLstm"] = EventCells.PhasedLstm,
        ["MLstm"] = MatrixCells.MLstm,
        ["LinearAttention"] = MatrixCells.LinearAttention,
        ["DeltaNet"] = MatrixCells.DeltaNet,
        ["Scrn"] = DeclaredMemories.Scrn,
        ["EchoState"] = DeclaredMemories.EchoState,
        ["RgLru"] = DeclaredMemories.RgLru,
        ["TimeMixing"] = DeclaredMemories.TimeMixing,
        ["IntersectionRnn"] = DeclaredGates.IntersectionRnn,
        ["Nbrc"] = DeclaredGates.Nbrc,
        ["MogrifierLstm"] = DeclaredGates.MogrifierLstm,
        ["TimeLstm"] = DeclaredEvents.TimeLstm,
        ["LiquidCell"] = DeclaredEvents.LiquidCell,
    };

    public static TheoryData<string> Names => [.. all.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reference_execution_is_the_loop(string name)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var (cell, xs) = Make(name, seed);

            var actual = cell.Reference(xs);

            var expected = Loop(cell, xs);
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generated_code_is_the_loop(string name)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var (cell, xs) = Make(name, seed);

            var actual = cell.Predict([.. xs.Select(x => (float)x)]);

            Assert.All(Loop(cell, xs).Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 2e-5));
        }
    }

    private static (PaperCell Cell, double[] Xs) Make(string name, int seed)
    {
        var cell = all[name]();
        cell.Scramble(seed);
        var random = new Random(seed + 100);
        // Exact as floats are, which generated code takes.
        var xs = Enumerable
            .Range(0, PaperCell.Steps * cell.Width)
            .Select(_ => (double)(float)(random.NextDouble() * 3 - 1.5));
        return (cell, [.. xs]);
    }

    private static double[] Loop(PaperCell cell, double[] xs)
    {
        var step = cell.Loop();
        return [.. xs.Chunk(cell.Width).SelectMany(x => step(x))];
    }
}
