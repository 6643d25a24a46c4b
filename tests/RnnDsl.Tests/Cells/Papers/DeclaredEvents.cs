using RnnDsl.Tests.Cells.Papers.Declared;
using RnnDsl.Tests.Language;
using static RnnDsl.Tests.Cells.Papers.Plain;

namespace RnnDsl.Tests.Cells.Papers;

/// <summary>Cells of events, declared here, whose last number of a step is a time or a gap.</summary>
internal static class DeclaredEvents
{
    private const int Inputs = PaperCell.Inputs;
    private const int Width = Inputs + 1;

    public static PaperCell TimeLstm()
    {
        var cell = new TimeLstm<In, State>(Inputs, PaperCell.Units);
        return new(
            cell.Parameters,
            xs => cell.Scan(new(Values(xs), Inputs), new(Gaps(xs))).ToArray(),
            xs => cell.Predict(Values(xs), Gaps(xs)).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (h, c) = (new double[PaperCell.Units], new double[PaperCell.Units]);
                return step =>
                {
                    var (x, gap, state, memory) = (Values(step), Gaps(step)[0], h, c);
                    double[] Gate(string gate) =>
                        Sum(p.Mul("W" + gate, x), p.Mul("U" + gate, state), p.Vec("b" + gate));
                    var (f, i, o, candidate) = (Gate("f"), Gate("i"), Gate("o"), Gate("c"));
                    var low = Sum(p.Mul("Wd", memory), p.Vec("bd"));
                    for (var k = 0; k < PaperCell.Units; k++)
                    {
                        var recent = Math.Tanh(low[k]);
                        var adjusted = memory[k] - recent + recent / Math.Log(Math.E + gap);
                        low[k] = Sigmoid(f[k]) * adjusted + Sigmoid(i[k]) * Math.Tanh(candidate[k]);
                    }

                    c = low;
                    return h = Each(PaperCell.Units, k => Sigmoid(o[k]) * Math.Tanh(low[k]));
                };
            }
        )
        {
            Width = Width,
        };
    }

    public static PaperCell LiquidCell()
    {
        var cell = new LiquidCell<In, State>(Inputs, PaperCell.Units);
        return new(
            cell.Parameters,
            xs => cell.Scan(new(Values(xs), Inputs), new(Gaps(xs))).ToArray(),
            xs => cell.Predict(Values(xs), Gaps(xs)).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
                var (tau, rest, gain) = (p.Vec("tau"), p.Vec("A"), Softplus(p.Scalar("gain")));
                var h = new double[PaperCell.Units];
                return step =>
                {
                    var (x, gap, before) = (Values(step), Gaps(step)[0], h);
                    var s = Sum(p.Mul("gammaH", before), p.Mul("gammaX", x), p.Vec("mu"));
                    return h = Each(
                        PaperCell.Units,
                        i =>
                        {
                            var f = gain * Sigmoid(s[i]);
                            return (before[i] + gap * f * rest[i]) / (1 + gap * (1 / Softplus(tau[i]) + f));
                        }
                    );
                };
            }
        )
        {
            Width = Width,
        };
    }

    private static T[] Values<T>(T[] xs) => [.. xs.Chunk(Width).SelectMany(x => x[..Inputs])];

    private static double[] Gaps(double[] xs) => [.. xs.Chunk(Width).Select(x => Math.Abs(x[Inputs]))];

    private static float[] Gaps(float[] xs) => [.. xs.Chunk(Width).Select(x => Math.Abs(x[Inputs]))];
}
