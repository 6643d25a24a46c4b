using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Torch.Tests.Training;

/// <summary>The sum of a sequence, in thousandths.</summary>
[Layer]
public partial class Counter
{
    Thousandths<Features> cell;

    public Seq<Features> Forward(Seq<Features> xs) => cell.Scan(xs);
}
