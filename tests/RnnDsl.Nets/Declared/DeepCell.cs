using RnnDsl.Layers;
using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A cell whose transition is deep: an array of layers in each step.</summary>
[Cell]
public partial class DeepCell<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxh;

    [Count(2)]
    Dense<H, H>[] transition;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var next = h;
        foreach (var layer in transition)
        {
            var low = layer.Apply(next);
            next = Tanh(low + Wxh * x);
        }

        h = Dropout(next, 0.1f);
        return h;
    }
}
