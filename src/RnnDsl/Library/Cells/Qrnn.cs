using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The quasi-recurrent network with a convolution of width 2 and fo-pooling: gates see this input and the one before, and no
/// state. Bradbury, Merity, Xiong and Socher 2017 (arXiv 1611.01576), section 2, equations 2 and 4.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class Qrnn<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wz, Wf, Wo, Vz, Vf, Vo;

    [State] Vec<H> c;
    [State] Vec<X> before;

    Vec<H> Step(Vec<X> x)
    {
        var z = Tanh(Vz * before + Wz * x);
        var f = Sigmoid(Vf * before + Wf * x);
        var o = Sigmoid(Vo * before + Wo * x);
        c = f * c + (1 - f) * z;
        before = x;
        return o * c;
    }
}
