using System.Reflection;
using RnnDsl.Parameters;
using RnnDsl.Training;

namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A training loop whose samples are made of the data of <c>Loss</c>.</summary>
internal sealed class Loop<TSample>(TrainingLoop<TSample> training, IReadOnlyList<Argument> arguments) : ILoop
{
    public ParameterStore Parameters => training.Parameters;

    public int Threads
    {
        set => training.Threads = value;
    }

    public int? Truncate
    {
        set => training.Truncate = value;
    }

    public bool Stateful
    {
        get => training.Stateful;
        set => training.Stateful = value;
    }

    public float LearningRate
    {
        set => training.LearningRate = value;
    }

    public bool WindowsAddUp =>
        (
            (TrainingProgram<TSample>)
                training
                    .GetType()
                    .GetMethod("CreateProgram", BindingFlags.NonPublic | BindingFlags.Instance)!
                    .Invoke(training, [])!
        ).WindowsAddUp;

    public double Evaluate(IReadOnlyList<Datum[]> batch)
    {
        training.BatchSize = batch.Count;
        return training.Evaluate(Samples(batch));
    }

    public float[] Gradients(IReadOnlyList<Datum[]> batch)
    {
        var gradients = training.Gradients(Samples(batch));
        return [.. Parameters.Items.SelectMany(item => gradients[item.Name].ToArray())];
    }

    public float TrainWindow(IReadOnlyList<Datum[]> window, bool continues) =>
        training.TrainWindow(Samples(window), continues);

    public float TrainBatch(IReadOnlyList<Datum[]> batch) => training.TrainBatch(Samples(batch));

    public void Save(string path) => training.SaveCheckpoint(path);

    public void Load(string path) => training.LoadCheckpoint(path);

    private TSample[] Samples(IReadOnlyList<Datum[]> batch) =>
        [
            .. batch.Select(example =>
                (TSample)
                    Activator.CreateInstance(
                        typeof(TSample),
                        [.. arguments.Select((argument, i) => argument.Sample(example[i]))]
                    )!
            ),
        ];
}
