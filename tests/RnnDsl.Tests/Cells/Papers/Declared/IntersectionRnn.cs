using static RnnDsl.Equations;

namespace RnnDsl.Tests.Cells.Papers.Declared;

/// <summary>
/// The intersection network, for deep stacks: one gate carries the state to the next step, another the input to the next layer. Collins,
/// Sohl-Dickstein and Sussillo 2017, "Capacity and trainability in recurrent neural networks" (arXiv 1611.09913), the +RNN, with Relu for
/// the output and Tanh for the state.
/// </summary>
[Cell]
public partial class IntersectionRnn<H>
    where H : IDim
{
    Mat<H, H> Wyx,
        Wyh,
        Whx,
        Whh,
        Wgyx,
        Wgyh,
        Wghx,
        Wghh;
    Vec<H> by,
        bh;

    [Init(1)]
    Vec<H> bgy,
        bgh;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<H> x)
    {
        var yIn = Relu(Wyh * h + Wyx * x + by);
        var hIn = Tanh(Whh * h + Whx * x + bh);
        var gy = Sigmoid(Wgyh * h + Wgyx * x + bgy);
        var gh = Sigmoid(Wghh * h + Wghx * x + bgh);
        h = gh * h + (1 - gh) * hIn;
        return gy * x + (1 - gy) * yIn;
    }
}
