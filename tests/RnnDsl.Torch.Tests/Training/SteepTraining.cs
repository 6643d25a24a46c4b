using RnnDsl.Layers;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;
using static RnnDsl.Equations;

namespace RnnDsl.Torch.Tests.Training;

/// <summary>Its gradients are finite, and their squares are not.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 0.1f, ClipNorm = 1f)]
public partial class SteepTraining
{
    Dense<Features, Targets> model;

    public Scalar Loss(Vec<Features> x) => 1e25 * Sum(model.Apply(x));
}
