using RnnDsl.Tests.Nets.Declared;
using static RnnDsl.Equations;

namespace RnnDsl.Torch.Tests.Training;

/// <summary>Adds a thousandth of what it reads.</summary>
[Cell]
public partial class Thousandths<F>
    where F : IDim
{
    [State]
    Vec<F> sum;

    Vec<F> Step(Vec<F> x)
    {
        sum = sum + 0.001 * x;
        return sum;
    }
}

/// <summary>The sum of a sequence, in thousandths.</summary>
[Layer]
public partial class Counter
{
    Thousandths<Features> cell;

    public Seq<Features> Forward(Seq<Features> xs) => cell.Scan(xs);
}
