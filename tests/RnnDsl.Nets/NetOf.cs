using RnnDsl.Parameters;
using RnnDsl.Training;

namespace RnnDsl.Tests.Nets;

/// <summary>A net through the members that the generator wrote for its training and its model.</summary>
/// <param name="training">The training loop.</param>
/// <param name="model">The declared model.</param>
/// <param name="inference">What it computes.</param>
/// <param name="xs">What the net reads, each made of the numbers of a step.</param>
/// <param name="y">What it is told to say.</param>
internal sealed class NetOf<TSample>(
    TrainingLoop<TSample> training,
    object model,
    Inference inference,
    IReadOnlyList<Argument> xs,
    Argument y
) : Net
{
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
        ((Scalar)Members.Call(training, "Loss", [.. Read(example), y.Reference(example.Ys, example.Targets)])).Value;

    public override double[] ReferenceOutput(Example example)
    {
        // A cell is a model too.
        var method = model.GetType().GetMethod("Forward") is null ? "Scan" : "Forward";
        object result = Members.Call(model, method, [.. Read(example)]);
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

    private IEnumerable<object> Read(Example example) => xs.Select(x => x.Reference(example.Xs, example.Features));

    private TSample[] Samples(IReadOnlyList<Example> batch) =>
        [
            .. batch.Select(e =>
                (TSample)
                    Activator.CreateInstance(
                        typeof(TSample),
                        [.. xs.Select(x => x.Sample(e.Xs, e.Features)), y.Sample(e.Ys, e.Targets)]
                    )!
            ),
        ];
}
