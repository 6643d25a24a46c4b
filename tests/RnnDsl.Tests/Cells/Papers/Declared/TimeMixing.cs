using static RnnDsl.Equations;

namespace RnnDsl.Tests.Cells.Papers.Declared;

/// <summary>
/// The time mixing of RWKV: an attention whose weights decay with the distance, as a recurrence. Peng and others 2023, "RWKV: reinventing
/// RNNs for the transformer era" (arXiv 2305.13048), section 3.1, with the exponents of the sums in a state <c>most</c>,
/// as in the paper's appendix on the numerically stable form. The decay is <c>Exp(logDecay)</c>.
/// </summary>
[Cell]
public partial class TimeMixing<X, H>
    where X : IDim
    where H : IDim
{
    Vec<X> mixR,
        mixK,
        mixV;
    Mat<H, X> Wr,
        Wk,
        Wv;
    Mat<X, H> Wo;
    Vec<H> logDecay,
        bonus;

    [State]
    Vec<X> last;

    [State]
    Vec<H> sum,
        norm,
        most;

    Vec<X> Step(Vec<X> x)
    {
        var r = Wr * (mixR * x + (1 - mixR) * last);
        var k = Wk * (mixK * x + (1 - mixK) * last);
        var v = Wv * (mixV * x + (1 - mixV) * last);
        last = x;

        var now = Max(most, bonus + k);
        var past = Exp(most - now);
        var present = Exp(bonus + k - now);
        var wkv = (past * sum + present * v) / (past * norm + present);

        var faded = most - Exp(logDecay);
        var next = Max(faded, k);
        sum = Exp(faded - next) * sum + Exp(k - next) * v;
        norm = Exp(faded - next) * norm + Exp(k - next);
        most = next;
        return Wo * (Sigmoid(r) * wkv);
    }
}
