using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;
using static RnnDsl.Equations;

namespace RnnDsl.Tests.Training;

/// <summary>A length, which is 0 at the start: its slope there is infinite.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 0.1f)]
public partial class SlopeTraining
{
    Scaled model;

    Scalar Loss(Vec<Features> x) => Sqrt(Sum(Square(model.Apply(x))));
}
