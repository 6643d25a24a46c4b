using RnnDsl.Cells;
using RnnDsl.Tests.Language;
using static RnnDsl.Tests.Cells.Papers.Plain;

namespace RnnDsl.Tests.Cells.Papers;

/// <summary>Cells whose gates see the state.</summary>
internal static class GatedCells
{
    public static PaperCell Janet()
    {
        var cell = new Janet<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var c = new double[PaperCell.Units];
                return x =>
                {
                    var s = Sum(p.Mul("Whf", c), p.Mul("Wxf", x), p.Vec("bf"));
                    var candidate = Sum(p.Mul("Whc", c), p.Mul("Wxc", x), p.Vec("bc"));
                    var before = c;
                    // Equation 6: beta is 1.
                    return c = Each(
                        s.Length,
                        i => Sigmoid(s[i]) * before[i] + (1 - Sigmoid(s[i] - 1)) * Math.Tanh(candidate[i])
                    );
                };
            }
        );
    }

    public static PaperCell Mgu()
    {
        var cell = new Mgu<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var h = new double[PaperCell.Units];
                return x =>
                {
                    var a = Sum(p.Mul("Whf", h), p.Mul("Wxf", x), p.Vec("bf"));
                    var f = Each(a.Length, i => Sigmoid(a[i]));
                    var before = h;
                    var kept = Each(a.Length, i => f[i] * before[i]);
                    var candidate = Sum(p.Mul("Whh", kept), p.Mul("Wxh", x), p.Vec("bh"));
                    return h = Each(a.Length, i => (1 - f[i]) * before[i] + f[i] * Math.Tanh(candidate[i]));
                };
            }
        );
    }

    public static PaperCell UgRnn()
    {
        var cell = new UgRnn<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var h = new double[PaperCell.Units];
                return x =>
                {
                    var c = Sum(p.Mul("Whc", h), p.Mul("Wxc", x), p.Vec("bc"));
                    var g = Sum(p.Mul("Whg", h), p.Mul("Wxg", x), p.Vec("bg"));
                    var before = h;
                    return h = Each(c.Length, i => Sigmoid(g[i]) * before[i] + (1 - Sigmoid(g[i])) * Math.Tanh(c[i]));
                };
            }
        );
    }

    public static PaperCell MultiplicativeLstm()
    {
        var cell = new MultiplicativeLstm<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (h, c) = (new double[PaperCell.Units], new double[PaperCell.Units]);
                return x =>
                {
                    var (fromX, fromH) = (p.Mul("Wxm", x), p.Mul("Whm", h));
                    var m = Each(fromX.Length, i => fromX[i] * fromH[i]);
                    double[] Gate(string gate) => Sum(p.Mul("Wx" + gate, x), p.Mul("Wm" + gate, m), p.Vec("b" + gate));
                    var (candidate, input, forget, output) = (Gate("h"), Gate("i"), Gate("f"), Gate("o"));
                    var before = c;
                    c = Each(
                        m.Length,
                        i => Sigmoid(forget[i]) * before[i] + Sigmoid(input[i]) * Math.Tanh(candidate[i])
                    );
                    var after = c;
                    return h = Each(m.Length, i => Math.Tanh(after[i]) * Sigmoid(output[i]));
                };
            }
        );
    }

    public static PaperCell FastGrnn()
    {
        var cell = new FastGrnn<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (zeta, nu) = (Sigmoid(p.Scalar("zeta")), Sigmoid(p.Scalar("nu")));
                var h = new double[PaperCell.Units];
                return x =>
                {
                    var a = Sum(p.Mul("W", x), p.Mul("U", h));
                    var (bz, bh) = (p.Vec("bz"), p.Vec("bh"));
                    var before = h;
                    return h = Each(
                        a.Length,
                        i =>
                        {
                            var z = Sigmoid(a[i] + bz[i]);
                            return (zeta * (1 - z) + nu) * Math.Tanh(a[i] + bh[i]) + z * before[i];
                        }
                    );
                };
            }
        );
    }

    /// <summary>Without the stabiliser: in doubles the plain exponentials of equations 8 to 14 have room for short sequences.</summary>
    public static PaperCell SLstm()
    {
        var cell = new SLstm<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (h, c, n) = (new double[PaperCell.Units], new double[PaperCell.Units], new double[PaperCell.Units]);
                return x =>
                {
                    double[] Gate(string gate) => Sum(p.Mul("W" + gate, x), p.Mul("R" + gate, h), p.Vec("b" + gate));
                    var (z, i, f, o) = (Gate("z"), Gate("i"), Gate("f"), Gate("o"));
                    var (cell1, norm) = (c, n);
                    c = Each(z.Length, k => Sigmoid(f[k]) * cell1[k] + Math.Exp(i[k]) * Math.Tanh(z[k]));
                    n = Each(z.Length, k => Sigmoid(f[k]) * norm[k] + Math.Exp(i[k]));
                    var (cell2, norm2) = (c, n);
                    return h = Each(z.Length, k => Sigmoid(o[k]) * cell2[k] / norm2[k]);
                };
            }
        );
    }

    public static PaperCell Rhn()
    {
        const int Depth = 3;
        var cell = new Rhn<In, State, Highways>(PaperCell.Inputs, PaperCell.Units, Depth);
        return PaperCell.Of(
            cell,
            // Of an open number of layers there is no program: a net has one.
            xs => [.. cell.Scan(new(xs, PaperCell.Inputs)).ToArray().Select(value => (float)value)],
            () =>
            {
                var p = new Plain(cell.Parameters);
                var s = new double[PaperCell.Units];
                return x =>
                {
                    for (var layer = 0; layer < Depth; layer++)
                    {
                        var path = layer == 0 ? "" : $"rest.{layer - 1}.";
                        var h = p.Mul(path + (layer == 0 ? "Whh" : "Wh"), s);
                        var t = p.Mul(path + (layer == 0 ? "Wht" : "Wt"), s);
                        // The input enters the first layer alone.
                        h = Sum(h, p.Vec(path + "bh"), layer == 0 ? p.Mul("Wxh", x) : new double[s.Length]);
                        t = Sum(t, p.Vec(path + "bt"), layer == 0 ? p.Mul("Wxt", x) : new double[s.Length]);
                        var before = s;
                        s = Each(s.Length, i => Math.Tanh(h[i]) * Sigmoid(t[i]) + before[i] * (1 - Sigmoid(t[i])));
                    }

                    return s;
                };
            }
        );
    }
}
