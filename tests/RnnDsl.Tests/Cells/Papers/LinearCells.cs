using System.Numerics;
using RnnDsl.Cells;
using RnnDsl.Tests.Language;
using static RnnDsl.Tests.Cells.Papers.Plain;

namespace RnnDsl.Tests.Cells.Papers;

/// <summary>Cells whose recurrence is elementwise.</summary>
internal static class LinearCells
{
    public static PaperCell IndRnn()
    {
        var cell = new IndRnn<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var h = new double[PaperCell.Units];
                return x =>
                {
                    var (a, u, before) = (Sum(p.Mul("W", x), p.Vec("b")), p.Vec("u"), h);
                    return h = Each(a.Length, i => Math.Max(0, a[i] + u[i] * before[i]));
                };
            }
        );
    }

    public static PaperCell MinGru()
    {
        var cell = new MinGru<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var h = new double[PaperCell.Units];
                return x =>
                {
                    var z = Sum(p.Mul("Wz", x), p.Vec("bz"));
                    var (candidate, before) = (Sum(p.Mul("Wh", x), p.Vec("bh")), h);
                    return h = Each(z.Length, i => (1 - Sigmoid(z[i])) * before[i] + Sigmoid(z[i]) * candidate[i]);
                };
            }
        );
    }

    public static PaperCell MinLstm()
    {
        var cell = new MinLstm<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var h = new double[PaperCell.Units];
                return x =>
                {
                    double[] Gate(string gate) => Sum(p.Mul("W" + gate, x), p.Vec("b" + gate));
                    var (f, i, candidate, before) = (Gate("f"), Gate("i"), Gate("h"), h);
                    return h = Each(
                        f.Length,
                        k =>
                        {
                            var (forget, input) = (Sigmoid(f[k]), Sigmoid(i[k]));
                            return (forget * before[k] + input * candidate[k]) / (forget + input);
                        }
                    );
                };
            }
        );
    }

    public static PaperCell Sru()
    {
        var cell = new Sru<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var c = new double[PaperCell.Units];
                return x =>
                {
                    var (f, r) = (Sum(p.Mul("Wf", x), p.Vec("bf")), Sum(p.Mul("Wr", x), p.Vec("br")));
                    var (vf, vr, before) = (p.Vec("vf"), p.Vec("vr"), c);
                    var (value, skip) = (p.Mul("W", x), p.Mul("Wskip", x));
                    c = Each(
                        f.Length,
                        i =>
                        {
                            var forget = Sigmoid(f[i] + vf[i] * before[i]);
                            return forget * before[i] + (1 - forget) * value[i];
                        }
                    );
                    var after = c;
                    return Each(
                        f.Length,
                        i =>
                        {
                            var reset = Sigmoid(r[i] + vr[i] * before[i]);
                            return reset * after[i] + (1 - reset) * skip[i];
                        }
                    );
                };
            }
        );
    }

    public static PaperCell Qrnn()
    {
        var cell = new Qrnn<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var c = new double[PaperCell.Units];
                var last = new double[PaperCell.Inputs];
                return x =>
                {
                    // Equation 2: the first part of the filter is for the step before.
                    var before = last;
                    double[] Filter(string gate) => Sum(p.Mul("V" + gate, before), p.Mul("W" + gate, x));
                    var (z, f, o, kept) = (Filter("z"), Filter("f"), Filter("o"), c);
                    last = x;
                    c = Each(z.Length, i => Sigmoid(f[i]) * kept[i] + (1 - Sigmoid(f[i])) * Math.Tanh(z[i]));
                    var after = c;
                    return Each(z.Length, i => Sigmoid(o[i]) * after[i]);
                };
            }
        );
    }

    /// <summary>With complex numbers, as the paper writes it.</summary>
    public static PaperCell Lru()
    {
        var cell = new Lru<In, State, In>(PaperCell.Inputs, PaperCell.Units, PaperCell.Inputs);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (nu, theta) = (p.Vec("nu"), p.Vec("theta"));
                var lambda = nu.Zip(theta, (n, t) => Complex.Exp(new Complex(-Math.Exp(n), Math.Exp(t)))).ToArray();
                var gamma = lambda.Select(each => Math.Sqrt(1 - each.Magnitude * each.Magnitude)).ToArray();
                var state = new Complex[PaperCell.Units];
                return x =>
                {
                    var (re, im) = (p.Mul("Br", x), p.Mul("Bi", x));
                    for (var k = 0; k < state.Length; k++)
                        state[k] = lambda[k] * state[k] + gamma[k] * new Complex(re[k], im[k]);
                    // The real part of C h + D u.
                    var fromRe = p.Mul("Cr", [.. state.Select(each => each.Real)]);
                    var fromIm = p.Mul("Ci", [.. state.Select(each => -each.Imaginary)]);
                    return Sum(fromRe, fromIm, p.Mul("D", x));
                };
            }
        );
    }
}
