using RnnDsl.Cells;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// Cells in a cell, which has no state itself: the first fast cell drives the slow one, which drives the last (Mujika et al. 2017,
/// equations 1 to 3, with one step of the last).
/// </summary>
[Cell]
public partial class FastSlow<X, H>
    where X : IDim
    where H : IDim
{
    Lstm<X, H> first;
    Gru<H, H> slow;
    SimpleRnn<H, H> last;

    Vec<H> Step(Vec<X> x)
    {
        var y = first.Step(x);
        return last.Step(y - slow.Step(y));
    }
}
