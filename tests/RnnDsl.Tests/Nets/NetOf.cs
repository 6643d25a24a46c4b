using RnnDsl.Parameters;
using RnnDsl.Training;

namespace RnnDsl.Tests.Nets;

/// <summary>A net through the members that the generator wrote for its training.</summary>
public sealed class NetOf<TTraining, TSample>(
    TTraining training,
    Func<float[], float[], TSample> sample,
    Func<TTraining, float[], float[], Scalar> loss,
    Predictor<TTraining> predict,
    Func<TTraining, IReadOnlyList<ReadOnlyMemory<float>>, float[][]> predictAll,
    Func<TTraining, Pushing> stream,
    Func<TTraining, ParameterStore> parameters
) : Net
    where TTraining : TrainingLoop<TSample>
{
    public override ParameterStore Parameters => parameters(training);

    public override int Threads
    {
        set => training.Threads = value;
    }

    public override double ReferenceLoss(Example example) => loss(training, example.Xs, example.Ys).Value;

    public override Pushing Stream() => stream(training);

    public override double Loss(IReadOnlyList<Example> batch)
    {
        training.BatchSize = batch.Count;
        return training.Evaluate(Samples(batch));
    }

    public override float[] Gradient(IReadOnlyList<Example> batch) =>
        training.Gradients(Samples(batch)).Values.ToArray();

    public override float TrainBatch(IReadOnlyList<Example> batch) => training.TrainBatch(Samples(batch));

    public override float[] Predict(Example example) => predict(training, example.Xs).ToArray();

    public override float[][] PredictAll(IReadOnlyList<Example> batch) =>
        predictAll(training, [.. batch.Select(e => (ReadOnlyMemory<float>)e.Xs)]);

    public override void PredictInPlace(Example example) => predict(training, example.Xs);

    public override Action TrainOn(IReadOnlyList<Example> batch)
    {
        var samples = Samples(batch);
        return () => training.TrainBatch(samples);
    }

    private TSample[] Samples(IReadOnlyList<Example> batch) => [.. batch.Select(e => sample(e.Xs, e.Ys))];
}
