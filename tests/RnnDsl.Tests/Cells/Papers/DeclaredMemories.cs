using RnnDsl.Tests.Cells.Papers.Declared;
using RnnDsl.Tests.Language;
using static RnnDsl.Tests.Cells.Papers.Plain;

namespace RnnDsl.Tests.Cells.Papers;

/// <summary>Cells with a memory that fades, declared here.</summary>
internal static class DeclaredMemories
{
    /// <summary>A step's number is a word of three.</summary>
    public static PaperCell Scrn()
    {
        const int Slow = 4;
        const double Alpha = 0.8f;
        var cell = new Scrn<In, State, Highways>(PaperCell.Inputs, PaperCell.Units, Slow, (float)Alpha);
        static int Word(double x) => (int)(x + 1.5);
        return new(
            cell.Parameters,
            xs => cell.Scan(new([.. xs.Select(Word)], PaperCell.Inputs)).ToArray(),
            xs => cell.Predict([.. xs.Select(x => Word(x))]).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (s, h) = (new double[Slow], new double[PaperCell.Units]);
                return x =>
                {
                    var word = Word(x[0]);
                    // Rows of the tables are columns of the paper's matrices.
                    var (b, a) = (p.Vec("B")[(word * Slow)..], p.Vec("A")[(word * h.Length)..]);
                    var slow = s;
                    s = Each(Slow, i => (1 - Alpha) * b[i] + Alpha * slow[i]);
                    var low = Sum(p.Mul("P", s), p.Mul("R", h));
                    h = Each(low.Length, i => Sigmoid(low[i] + a[i]));
                    var y = Sum(p.Mul("U", h), p.Mul("Vs", s));
                    return Each(y.Length, i => Math.Exp(y[i]) / y.Sum(Math.Exp));
                };
            }
        )
        {
            Width = 1,
        };
    }

    public static PaperCell EchoState()
    {
        const double Leak = 0.6f;
        const double Radius = 0.8f;
        const int Outputs = 4;
        var cell = new EchoState<In, State, Highways>(
            PaperCell.Inputs,
            PaperCell.Units,
            Outputs,
            (float)Leak,
            (float)Radius
        );
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var x = new double[PaperCell.Units];
                return u =>
                {
                    var (input, echo, before) = (Sum(p.Mul("Win", u), p.Vec("bin")), p.Mul("W", x), x);
                    x = Each(
                        before.Length,
                        i => (1 - Leak) * before[i] + Leak * Math.Tanh(input[i] + Radius * echo[i])
                    );
                    return Sum(p.Mul("Wout", [.. u, .. x]), p.Vec("bout"));
                };
            }
        );
    }

    public static PaperCell RgLru()
    {
        const int Size = PaperCell.Inputs;
        var cell = new RgLru<In>(Size);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (lambda, h) = (p.Vec("lambda"), new double[Size]);
                return x =>
                {
                    var (r, i) = (Sum(p.Mul("Wa", x), p.Vec("ba")), Sum(p.Mul("Wx", x), p.Vec("bx")));
                    var before = h;
                    return h = Each(
                        Size,
                        k =>
                        {
                            var a = Math.Pow(Sigmoid(lambda[k]), 8 * Sigmoid(r[k]));
                            return a * before[k] + Math.Sqrt(1 - a * a) * Sigmoid(i[k]) * x[k];
                        }
                    );
                };
            }
        );
    }

    /// <summary>As the paper's sums over all steps before, without a recurrence.</summary>
    public static PaperCell TimeMixing()
    {
        var cell = new TimeMixing<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (decay, bonus) = (p.Vec("logDecay").Select(Math.Exp).ToArray(), p.Vec("bonus"));
                var last = new double[PaperCell.Inputs];
                var (ks, vs) = (new List<double[]>(), new List<double[]>());
                return x =>
                {
                    var before = last;
                    double[] Mixed(string of)
                    {
                        var mix = p.Vec("mix" + of.ToUpperInvariant());
                        return p.Mul("W" + of, Each(x.Length, i => mix[i] * x[i] + (1 - mix[i]) * before[i]));
                    }

                    var (r, now) = (Mixed("r"), ks.Count);
                    ks.Add(Mixed("k"));
                    vs.Add(Mixed("v"));
                    last = x;
                    return p.Mul(
                        "Wo",
                        Each(
                            PaperCell.Units,
                            unit =>
                            {
                                double Weight(int i) =>
                                    Math.Exp((i == now ? bonus[unit] : -(now - 1 - i) * decay[unit]) + ks[i][unit]);
                                var steps = Enumerable.Range(0, now + 1).ToArray();
                                var value = steps.Sum(i => Weight(i) * vs[i][unit]) / steps.Sum(Weight);
                                return Sigmoid(r[unit]) * value;
                            }
                        )
                    );
                };
            }
        );
    }
}
