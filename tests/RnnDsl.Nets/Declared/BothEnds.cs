using RnnDsl.Cells;
using RnnDsl.Layers;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A result of two vectors side by side.</summary>
[Layer]
public partial class BothEnds
{
    Bidirectional<Lstm<Features, Units>, Features, Units> both;

    public Seq<Cat<Units, Units>> Apply(Seq<Features> xs) => both.Apply(xs);
}
