using RnnDsl.Parameters;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Tests.Nets;

/// <summary>A net through the members that the generator wrote for its training.</summary>
public sealed class NetOf<TTraining, TSample>(
    TTraining training,
    Func<float[], float[], TSample> sample,
    Func<TTraining, Seq<Features>, Seq<Targets>, Scalar> loss,
    Predictor<TTraining> predict,
    Func<TTraining, ParameterStore> parameters
) : Net
    where TTraining : TrainingLoop<TSample>
{
    public override ParameterStore Parameters => parameters(training);

    public override int Threads
    {
        set => training.Threads = value;
    }

    public override double ReferenceLoss(Example example) =>
        loss(
            training,
            new Seq<Features>(example.Xs, example.Features),
            new Seq<Targets>(example.Ys, example.Targets)
        ).Value;

    public override double Loss(IReadOnlyList<Example> batch)
    {
        training.BatchSize = batch.Count;
        return training.Evaluate(Samples(batch));
    }

    public override float[] Gradient(IReadOnlyList<Example> batch) =>
        training.Gradients(Samples(batch)).Values.ToArray();

    public override float TrainBatch(IReadOnlyList<Example> batch) => training.TrainBatch(Samples(batch));

    public override float[] Predict(Example example) => predict(training, example.Xs).ToArray();

    private TSample[] Samples(IReadOnlyList<Example> batch) => [.. batch.Select(e => sample(e.Xs, e.Ys))];
}
