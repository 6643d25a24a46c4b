using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// A GRU for data with missing values: what was not seen decays from its last value to its mean, and the state decays with the
/// gap. Che, Purushotham, Cho, Sontag and Liu 2018 (arXiv 1606.01865), section 2.3, equations 10 to 17. <c>mask</c> is 1
/// where a value was seen and 0 where it is missing, and <c>gap</c> is the time since each was last seen. <c>mean</c> is what a
/// missing value tends to: 0 for standardised data, or the means of the data, by <c>Parameters.Set</c>.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class GruD<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wz, Wr, Wh, Vz, Vr, Vh, Wgap;
    Mat<H, H> Uz, Ur, Uh;
    Vec<H> bz, br, bh, bgap;
    Vec<X> wgap, bgapx;
    [Frozen] Vec<X> mean;

    [State] Vec<H> h;
    [State] Vec<X> last;

    Vec<H> Step(Vec<X> x, Vec<X> mask, Vec<X> gap)
    {
        var keepX = Exp(-Relu(wgap * gap + bgapx));
        var keepH = Exp(-Relu(Wgap * gap + bgap));
        var seen = mask * x + (1 - mask) * (keepX * last + (1 - keepX) * mean);
        var before = keepH * h;
        var z = Sigmoid(Wz * seen + Uz * before + Vz * mask + bz);
        var r = Sigmoid(Wr * seen + Ur * before + Vr * mask + br);
        h = (1 - z) * before + z * Tanh(Wh * seen + Uh * (r * before) + Vh * mask + bh);
        last = mask * x + (1 - mask) * last;
        return h;
    }
}
