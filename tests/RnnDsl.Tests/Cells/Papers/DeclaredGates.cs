using RnnDsl.Tests.Cells.Papers.Declared;
using RnnDsl.Tests.Language;
using static RnnDsl.Tests.Cells.Papers.Plain;

namespace RnnDsl.Tests.Cells.Papers;

/// <summary>Cells with new kinds of gates, declared here.</summary>
internal static class DeclaredGates
{
    public static PaperCell IntersectionRnn()
    {
        const int Size = PaperCell.Inputs;
        var cell = new IntersectionRnn<In>(Size);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var h = new double[Size];
                return x =>
                {
                    var before = h;
                    double[] Affine(string of) => Sum(p.Mul($"W{of}h", before), p.Mul($"W{of}x", x), p.Vec("b" + of));
                    var (y, candidate, gy, gh) = (Affine("y"), Affine("h"), Affine("gy"), Affine("gh"));
                    h = Each(Size, i => Sigmoid(gh[i]) * before[i] + (1 - Sigmoid(gh[i])) * Math.Tanh(candidate[i]));
                    return Each(Size, i => Sigmoid(gy[i]) * x[i] + (1 - Sigmoid(gy[i])) * Math.Max(0, y[i]));
                };
            }
        );
    }

    public static PaperCell Nbrc()
    {
        var cell = new Nbrc<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var h = new double[PaperCell.Units];
                return x =>
                {
                    var (u, before) = (p.Mul("U", x), h);
                    var a = Sum(p.Mul("Ua", x), p.Mul("Wa", before));
                    var c = Sum(p.Mul("Uc", x), p.Mul("Wc", before));
                    return h = Each(
                        PaperCell.Units,
                        i =>
                        {
                            var (kept, feedback) = (Sigmoid(c[i]), 1 + Math.Tanh(a[i]));
                            return kept * before[i] + (1 - kept) * Math.Tanh(u[i] + feedback * before[i]);
                        }
                    );
                };
            }
        );
    }

    public static PaperCell MogrifierLstm()
    {
        var cell = new MogrifierLstm<In, State>(PaperCell.Inputs, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (h, c) = (new double[PaperCell.Units], new double[PaperCell.Units]);
                return input =>
                {
                    var (x, state, memory) = (input, h, c);
                    for (var round = 1; round <= 4; round++)
                    {
                        // Odd rounds gate the input, even ones the state.
                        var odd = round % 2 == 1;
                        var layer = $"rounds.{(round - 1) / 2}.";
                        var (low, gated) = odd ? (p.Mul(layer + "Q", state), x) : (p.Mul(layer + "R", x), state);
                        var result = Each(gated.Length, i => 2 * Sigmoid(low[i]) * gated[i]);
                        (x, state) = odd ? (result, state) : (x, result);
                    }

                    double[] Gate(string gate) =>
                        Sum(p.Mul("Wx" + gate, x), p.Mul("Wh" + gate, state), p.Vec("b" + gate));
                    var (f, i, j, o) = (Gate("f"), Gate("i"), Gate("j"), Gate("o"));
                    c = Each(h.Length, k => Sigmoid(f[k]) * memory[k] + Sigmoid(i[k]) * Math.Tanh(j[k]));
                    var after = c;
                    return h = Each(after.Length, k => Sigmoid(o[k]) * Math.Tanh(after[k]));
                };
            }
        );
    }
}
