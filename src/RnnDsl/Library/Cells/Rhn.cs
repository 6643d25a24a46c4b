using RnnDsl.Layers;
using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The recurrent highway network: highway layers between two steps, with coupled gates. Zilly, Srivastava, Koutnik and
/// Schmidhuber 2017 (arXiv 1607.03474), section 4, equations 6 to 9 with c = 1 - t.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
/// <typeparam name="Depth">Says how many highway layers there are: a dim with <c>[Dim(n)]</c>, whose number counts.</typeparam>
[Cell]
public partial class Rhn<X, H, Depth>
    where X : IDim
    where H : IDim
    where Depth : IDim
{
    Mat<H, X> Wxh, Wxt;
    Mat<H, H> Whh, Wht;
    Vec<H> bh;
    [Init(-2)] Vec<H> bt;

    [Count(nameof(Depth), plus: -1)]
    Highway<H>[] rest;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var t = Sigmoid(Wxt * x + Wht * h + bt);
        var s = t * Tanh(Wxh * x + Whh * h + bh) + (1 - t) * h;
        foreach (var layer in rest)
        {
            s = layer.Apply(s);
        }

        h = s;
        return h;
    }
}
