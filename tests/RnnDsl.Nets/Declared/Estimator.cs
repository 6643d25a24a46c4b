using RnnDsl.Cells;
using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A model with three results of different shapes, for each step and for the whole sequence.</summary>
[Layer]
public partial class Estimator
{
    Lstm<Features, Units> cell;
    Gaussian<Units, Targets> head;

    public (Seq<Targets> mean, Vec<Units> last, Scalar total) Forward(Seq<Features> xs)
    {
        var states = cell.Scan(xs);
        var (mean, scale) = head.Apply(states);
        return (mean, states.Last, Sum(scale.Last));
    }
}
