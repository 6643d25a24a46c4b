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
