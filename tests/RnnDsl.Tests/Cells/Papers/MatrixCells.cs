using RnnDsl.Cells;
using RnnDsl.Tests.Language;
using static RnnDsl.Tests.Cells.Papers.Plain;

namespace RnnDsl.Tests.Cells.Papers;

/// <summary>Cells whose memory is a matrix of the example.</summary>
internal static class MatrixCells
{
    private const int Keys = 4;

    /// <summary>Without the stabiliser: equations 19 to 27 as they are first written, where doubles have room.</summary>
    public static PaperCell MLstm()
    {
        var cell = new MLstm<In, Highways, State>(PaperCell.Inputs, Keys, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var (c, n) = (new double[PaperCell.Units, Keys], new double[Keys]);
                return x =>
                {
                    var (q, v) = (Sum(p.Mul("Wq", x), p.Vec("bq")), Sum(p.Mul("Wv", x), p.Vec("bv")));
                    var (key, bk) = (p.Mul("Wk", x), p.Vec("bk"));
                    var k = Each(Keys, j => key[j] / Math.Sqrt(Keys) + bk[j]);
                    var o = Sum(p.Mul("Wo", x), p.Vec("bo"));
                    var input = Math.Exp(Dot(p.Vec("wi"), x) + p.Scalar("bi"));
                    var forget = Sigmoid(Dot(p.Vec("wf"), x) + p.Scalar("bf"));
                    for (var j = 0; j < Keys; j++)
                    {
                        n[j] = forget * n[j] + input * k[j];
                        for (var i = 0; i < v.Length; i++)
                            c[i, j] = forget * c[i, j] + input * v[i] * k[j];
                    }

                    var read = Read(c, q);
                    var scale = Math.Max(Math.Abs(Dot(n, q)), 1);
                    return Each(v.Length, i => Sigmoid(o[i]) * read[i] / scale);
                };
            }
        );
    }

    public static PaperCell LinearAttention()
    {
        var cell = new LinearAttention<In, Highways, State>(PaperCell.Inputs, Keys, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                // Attention over all steps so far, as equation 9 has it.
                var seen = new List<(double[] Key, double[] Value)>();
                return x =>
                {
                    double[] Features(string matrix) => [.. p.Mul(matrix, x).Select(a => a > 0 ? a + 1 : Math.Exp(a))];
                    var q = Features("Wq");
                    seen.Add((Features("Wk"), p.Mul("Wv", x)));
                    var all = seen.Sum(each => Dot(each.Key, q));
                    return Each(PaperCell.Units, i => seen.Sum(each => Dot(each.Key, q) * each.Value[i]) / all);
                };
            }
        );
    }

    public static PaperCell DeltaNet()
    {
        var cell = new DeltaNet<In, Highways, State>(PaperCell.Inputs, Keys, PaperCell.Units);
        return PaperCell.Of(
            cell,
            xs => cell.Predict(xs).ToArray(),
            () =>
            {
                var p = new Plain(cell.Parameters);
                var s = new double[PaperCell.Units, Keys];
                return x =>
                {
                    double[] Unit(string matrix)
                    {
                        var a = p.Mul(matrix, x).Select(each => each * Sigmoid(each)).ToArray();
                        var length = Math.Sqrt(Dot(a, a) + 1e-6f);
                        return [.. a.Select(each => each / length)];
                    }

                    var (q, k, v) = (Unit("Wq"), Unit("Wk"), p.Mul("Wv", x));
                    var (beta, old) = (Sigmoid(Dot(p.Vec("wb"), x)), Read(s, k));
                    for (var i = 0; i < v.Length; i++)
                    {
                        for (var j = 0; j < Keys; j++)
                            s[i, j] += beta * (v[i] - old[i]) * k[j];
                    }

                    return Read(s, q);
                };
            }
        );
    }

    private static double[] Read(double[,] memory, double[] key) =>
        Each(memory.GetLength(0), i => Enumerable.Range(0, Keys).Sum(j => memory[i, j] * key[j]));
}
