using RnnDsl.Layers;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

/// <summary>A model that keeps nothing from step to step.</summary>
[Layer]
public partial class Stateless
{
    Dense<Features, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(xs);
}
