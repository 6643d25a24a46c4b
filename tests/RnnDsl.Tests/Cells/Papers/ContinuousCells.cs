using RnnDsl.Cells;
using RnnDsl.Tests.Language;
using static RnnDsl.Tests.Cells.Papers.Plain;

namespace RnnDsl.Tests.Cells.Papers;

/// <summary>Cells with a step of time, a gap or a window.</summary>
internal static class ContinuousCells
{
    public static PaperCell CoRnn()
    {
        const double Dt = 0.1f;
        const double Gamma = 1.5f;
        const double Epsilon = 0.7f;
        var cell = new CoRnn<In, State>(PaperCell.Inputs, PaperCell.Units, (float)Dt, (float)Gamma, (float)Epsilon);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (y, z) = (new double[PaperCell.Units], new double[PaperCell.Units]);
                return x =>
                {
                    var a = Sum(p.Mul("W", y), p.Mul("Wz", z), p.Mul("V", x), p.Vec("b"));
                    for (var i = 0; i < y.Length; i++)
                    {
                        z[i] += Dt * (Math.Tanh(a[i]) - Gamma * y[i] - Epsilon * z[i]);
                        y[i] += Dt * z[i];
                    }

                    return [.. y];
                };
            }
        );
    }

    public static PaperCell AntisymmetricRnn()
    {
        const double Epsilon = 0.3f;
        const double Gamma = 0.2f;
        var cell = new AntisymmetricRnn<In, State>(PaperCell.Inputs, PaperCell.Units, (float)Epsilon, (float)Gamma);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var h = new double[PaperCell.Units];
                return x =>
                {
                    var (before, w, input) = (h, p.Vec("W"), Sum(p.Mul("V", x), p.Vec("b")));
                    return h = Each(
                        PaperCell.Units,
                        i =>
                        {
                            var sum = input[i] - Gamma * before[i];
                            for (var j = 0; j < PaperCell.Units; j++)
                                sum += (w[i * PaperCell.Units + j] - w[j * PaperCell.Units + i]) * before[j];
                            return before[i] + Epsilon * Math.Tanh(sum);
                        }
                    );
                };
            }
        );
    }

    public static PaperCell Lem()
    {
        const double Dt = 0.5;
        var cell = new Lem<In, State>(PaperCell.Inputs, PaperCell.Units, (float)Dt);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (y, z) = (new double[PaperCell.Units], new double[PaperCell.Units]);
                return x =>
                {
                    double[] Affine(string of, double[] state) =>
                        Sum(p.Mul("W" + of, state), p.Mul("V" + of, x), p.Vec("b" + of));
                    var (slow, fast, candidate) = (Affine("1", y), Affine("2", y), Affine("z", y));
                    for (var i = 0; i < z.Length; i++)
                        z[i] += Dt * Sigmoid(slow[i]) * (Math.Tanh(candidate[i]) - z[i]);
                    var output = Affine("y", z);
                    for (var i = 0; i < y.Length; i++)
                        y[i] += Dt * Sigmoid(fast[i]) * (Math.Tanh(output[i]) - y[i]);
                    return [.. y];
                };
            }
        );
    }

    /// <summary>A step's numbers are those of the input, of the mask and of the gaps.</summary>
    public static PaperCell GruD()
    {
        const int Inputs = PaperCell.Inputs;
        var cell = new GruD<In, State>(Inputs, PaperCell.Units);
        cell.Parameters.Set("mean", [0.3f, -0.2f, 0.1f]);
        static double[] Part(double[] xs, int part) => [.. xs.Chunk(3 * Inputs).SelectMany(x => Split(x)[part])];
        static float[] Numbers(float[] xs, int part) =>
            [.. Part([.. xs.Select(x => (double)x)], part).Select(x => (float)x)];
        return new(
            cell.Parameters,
            xs => cell.Scan(new(Part(xs, 0), Inputs), new(Part(xs, 1), Inputs), new(Part(xs, 2), Inputs)).ToArray(),
            xs => cell.Predict(Numbers(xs, 0), Numbers(xs, 1), Numbers(xs, 2)).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (h, last) = (new double[PaperCell.Units], new double[Inputs]);
                return step =>
                {
                    var (x, mask, gap) = (Split(step)[0], Split(step)[1], Split(step)[2]);
                    var (wgap, bgap, mean) = (p.Vec("wgap"), p.Vec("bgapx"), p.Vec("mean"));
                    var seen = Each(
                        Inputs,
                        i =>
                        {
                            var keep = Math.Exp(-Math.Max(0, wgap[i] * gap[i] + bgap[i]));
                            return mask[i] > 0.5 ? x[i] : keep * last[i] + (1 - keep) * mean[i];
                        }
                    );
                    last = Each(Inputs, i => mask[i] > 0.5 ? x[i] : last[i]);
                    var decay = Sum(p.Mul("Wgap", gap), p.Vec("bgap"));
                    var before = h;
                    h = Each(PaperCell.Units, i => Math.Exp(-Math.Max(0, decay[i])) * before[i]);
                    var decayed = h;
                    double[] Gate(string gate, double[] state) =>
                        Sum(
                            p.Mul("W" + gate, seen),
                            p.Mul("U" + gate, state),
                            p.Mul("V" + gate, mask),
                            p.Vec("b" + gate)
                        );
                    var (z, r) = (Gate("z", decayed), Gate("r", decayed));
                    var candidate = Gate("h", Each(PaperCell.Units, i => Sigmoid(r[i]) * decayed[i]));
                    return h = Each(
                        PaperCell.Units,
                        i => (1 - Sigmoid(z[i])) * decayed[i] + Sigmoid(z[i]) * Math.Tanh(candidate[i])
                    );
                };
            }
        )
        {
            Width = 3 * Inputs,
        };
    }

    public static PaperCell Lmu()
    {
        const int Order = 4;
        const double Window = 20;
        var cell = new Lmu<In, State, Highways>(PaperCell.Inputs, PaperCell.Units, Order, (float)Window);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (ex, eh, em) = (p.Vec("ex"), p.Vec("eh"), p.Vec("em"));
                var (h, m) = (new double[PaperCell.Units], new double[Order]);
                return x =>
                {
                    var u = Dot(ex, x) + Dot(eh, h) + Dot(em, m);
                    var before = m;
                    m = Each(
                        Order,
                        i =>
                        {
                            var sum = (2 * i + 1) * Math.Pow(-1, i) * u;
                            for (var j = 0; j < Order; j++)
                                sum += (2 * i + 1) * (i < j ? -1 : Math.Pow(-1, i - j + 1)) * before[j];
                            return before[i] + sum / Window;
                        }
                    );
                    var a = Sum(p.Mul("Wx", x), p.Mul("Wh", h), p.Mul("Wm", m));
                    return h = Each(PaperCell.Units, i => Math.Tanh(a[i]));
                };
            }
        );
    }

    private static double[][] Split(double[] step)
    {
        var width = step.Length / 3;
        // The mask of random numbers: half of the values are missing.
        return
        [
            step[..width],
            [.. step[width..(2 * width)].Select(value => value > 0 ? 1.0 : 0)],
            [.. step[(2 * width)..].Select(Math.Abs)],
        ];
    }
}
