using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// Normal noise: of a sequence, of a cell's step, of vectors side by side, and of a latent vector whose mean and deviation are computed; with
/// a selection and powers.
/// </summary>
[Layer]
public partial class SampledNet
{
    SampledRnn<Features, Units> cell;
    Dense<Units, Units> mean,
        deviation;
    Dense<Cat<Units, Units>, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var hs = cell.Scan(xs + Normal(0.1f * xs));
        var last = hs.Last;
        var latent = mean.Apply(last) + Normal(Softplus(deviation.Apply(last)));
        var sum = Sum(hs.Map(h => Where(h > 0.1f, Pow(1 + Square(h), 0.75f), Gelu(h)) + Normal(0.2f * h)));
        var joined = Concat(latent, sum);
        return head.Apply(joined + 0.1f * Normal(joined));
    }
}

/// <summary>A cell with noise in its state.</summary>
[Cell]
public partial class SampledRnn<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxh;
    Mat<H, H> Whh;
    Vec<H> bh;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        h = Atan(Wxh * x + Whh * h + bh) + Normal(0.05f * Silu(h));
        return h;
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class SampledTraining
{
    SampledNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
