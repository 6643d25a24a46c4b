using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The independently recurrent network: each unit has one recurrent weight, so that units are independent over time and
/// a layer above mixes them. Li, Li, Cook, Zhu and Gao 2018 (arXiv 1803.04831), equation 2. Recurrent weights start at 1,
/// within the range of the paper's section 3.2 for long memory.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
[Cell]
public partial class IndRnn<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> W;
    [Init(1)] Vec<H> u;
    Vec<H> b;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        h = Relu(W * x + u * h + b);
        return h;
    }
}
