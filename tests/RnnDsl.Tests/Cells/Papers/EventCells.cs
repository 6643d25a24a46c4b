using RnnDsl.Cells;
using RnnDsl.Tests.Language;
using static RnnDsl.Tests.Cells.Papers.Plain;

namespace RnnDsl.Tests.Cells.Papers;

/// <summary>Cells of the library whose last number of a step is a time.</summary>
internal static class EventCells
{
    private const int Inputs = PaperCell.Inputs;
    private const int Width = Inputs + 1;

    public static PaperCell PhasedLstm()
    {
        const double Open = 0.4f;
        const double Leak = 0.05f;
        var cell = new PhasedLstm<In, State>(Inputs, PaperCell.Units, (float)Open, (float)Leak);
        return new(
            cell.Parameters,
            xs => cell.Scan(new(Values(xs), Inputs), new(Times(xs))).ToArray(),
            xs => cell.Predict(Values(xs), Times(xs)).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (h, c, time) = (new double[PaperCell.Units], new double[PaperCell.Units], 0.0);
                return step =>
                {
                    var (x, state, memory) = (Values(step), h, c);
                    double[] Gate(string gate) =>
                        Sum(p.Mul("Wx" + gate, x), p.Mul("Wh" + gate, state), p.Vec("b" + gate));
                    var (f, i, o, candidate) = (Gate("f"), Gate("i"), Gate("o"), Gate("c"));
                    var (logPeriod, shift) = (p.Vec("logPeriod"), p.Vec("shift"));
                    (h, c) = (new double[PaperCell.Units], new double[PaperCell.Units]);
                    time += Gaps(step)[0];
                    for (var unit = 0; unit < PaperCell.Units; unit++)
                    {
                        var turns = (time - shift[unit]) / Math.Exp(logPeriod[unit]);
                        var phase = turns - Math.Floor(turns);
                        var k =
                            phase < Open / 2 ? 2 * phase / Open
                            : phase < Open ? 2 - 2 * phase / Open
                            : Leak * phase;
                        var next = Sigmoid(f[unit]) * memory[unit] + Sigmoid(i[unit]) * Math.Tanh(candidate[unit]);
                        c[unit] = k * next + (1 - k) * memory[unit];
                        h[unit] = k * Sigmoid(o[unit]) * Math.Tanh(next) + (1 - k) * state[unit];
                    }

                    return h;
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

    private static double[] Times(double[] xs)
    {
        var time = 0.0;
        return [.. Gaps(xs).Select(gap => time += gap)];
    }

    private static float[] Times(float[] xs) => [.. Times([.. xs.Select(x => (double)x)]).Select(time => (float)time)];
}
