using RnnDsl.Parameters;
using RnnDsl.Training;

namespace RnnDsl.Tests.Nets;

/// <summary>A net through the members that the generator wrote for its training and its model.</summary>
/// <param name="training">The training loop.</param>
/// <param name="model">The declared model.</param>
/// <param name="inference">What it computes.</param>
/// <param name="x">What the net reads, with its width.</param>
/// <param name="y">What it is told to say, with its width.</param>
internal sealed class NetOf<TSample, TX, TY>(
    TrainingLoop<TSample> training,
    object model,
    Inference inference,
    (Argument<TX> Kind, int Width) x,
    (Argument<TY> Kind, int Width) y
) : Net
{
    // The reference execution is a member of the declared class alone.
    private readonly Lazy<Func<TX, TY, Scalar>> loss = new(() => Members.Bind<Func<TX, TY, Scalar>>(training, "Loss"));

    public override object Model => model;

    public override ParameterStore Parameters => training.Parameters;

    public override int Threads
    {
        set
        {
            training.Threads = value;
            model.GetType().GetProperty("Threads")?.SetValue(model, value);
        }
    }

    public override double ReferenceLoss(Example example) =>
        loss.Value(x.Kind.Reference(example.Xs, x.Width), y.Kind.Reference(example.Ys, y.Width)).Value;

    public override double[] ReferenceOutput(Example example)
    {
        // A cell is a model too.
        var method = model.GetType().GetMethod("Forward") is null ? "Scan" : "Forward";
        object result = Members.Call(model, method, x.Kind.Reference(example.Xs, x.Width)!);
        return (double[])Members.Call(result, "ToArray");
    }

    public override Pushing Stream() => inference.Stream();

    public override double Loss(IReadOnlyList<Example> batch)
    {
        training.BatchSize = batch.Count;
        return training.Evaluate(Samples(batch));
    }

    public override float[] Gradient(IReadOnlyList<Example> batch) =>
        training.Gradients(Samples(batch)).Values.ToArray();

    public override float TrainBatch(IReadOnlyList<Example> batch) => training.TrainBatch(Samples(batch));

    public override float[] Predict(Example example) => inference.Predict(example.Xs).ToArray();

    public override float[][] PredictAll(IReadOnlyList<Example> batch) =>
        inference.PredictAll([.. batch.Select(e => (ReadOnlyMemory<float>)e.Xs)]);

    public override void PredictInPlace(Example example) => inference.Predict(example.Xs);

    public override Action TrainOn(IReadOnlyList<Example> batch)
    {
        var samples = Samples(batch);
        return () => training.TrainBatch(samples);
    }

    private TSample[] Samples(IReadOnlyList<Example> batch) =>
        [
            .. batch.Select(e =>
                (TSample)
                    Activator.CreateInstance(
                        typeof(TSample),
                        x.Kind.Sample(e.Xs, x.Width),
                        y.Kind.Sample(e.Ys, y.Width)
                    )!
            ),
        ];
}
