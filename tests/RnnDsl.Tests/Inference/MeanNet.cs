using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Tests.Nets.Declared;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Inference;

/// <summary>Reads the mean of all steps: a stream of it keeps a sum and a count.</summary>
[Layer]
public partial class MeanNet
{
    PeepholeLstm<Features, Units> cell;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs) => head.Apply(Mean(cell.Scan(xs)));
}
