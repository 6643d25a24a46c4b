using System.Reflection;
using RnnDsl.Inference;
using RnnDsl.Training;

namespace RnnDsl.Benchmarks.Contenders;

/// <summary>
/// A cell through the programs that the generator wrote for its layer and its training. They are private to those, and are
/// timed by themselves: what surrounds them (copying examples in and results out) has no part in the peers' times.
/// </summary>
internal sealed class ContenderOf<TSample>(
    string name,
    int gates,
    Func<int, int, TrainingLoop<TSample>> create,
    Func<ReadOnlyMemory<float>, TSample> sample,
    Func<int, int, Push> stream,
    int? inputs = null
) : Contender(name, gates, inputs ?? gates)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private delegate void LoadRow(int row, int example, ReadOnlySpan<float> xs);

    public override Work Prepare(Point point, int threads)
    {
        var loop = create(point.Input, point.Hidden);
        var examples = Examples.Random(point);
        return new WorkOf<TSample>(Inference(loop, point, examples), Training(loop, point, examples), threads);
    }

    public override Action PrepareTraining(Point point, int threads)
    {
        var loop = create(point.Input, point.Hidden);
        loop.Threads = threads;
        var batch = Examples.Random(point).Select(x => sample(x)).ToArray();
        return () => loop.TrainBatch(batch);
    }

    public override Func<object> PrepareProgram(Point point)
    {
        var loop = create(point.Input, point.Hidden);
        var examples = Examples.Random(point);
        return () => Training(loop, point, examples);
    }

    public override Push Stream(int hidden, int input) => stream(input, hidden);

    private static InferenceProgram Inference(TrainingLoop<TSample> loop, Point point, float[][] examples)
    {
        var model = loop.GetType().GetProperty("Model")!.GetValue(loop)!;
        var type = model.GetType().GetNestedType("PredictProgram", BindingFlags.NonPublic)!;
        var serving = model.GetType().GetProperty("Serving", Any)!.GetValue(model)!;
        var weights = serving.GetType().GetProperty("Weights")!.GetValue(serving);
        var program = (InferenceProgram)Activator.CreateInstance(type, model, weights)!;
        program.Begin(point.Batch, point.Steps);
        var load = type.GetMethod("LoadRow", Any)!.CreateDelegate<LoadRow>(program);
        for (var row = 0; row < examples.Length; row++)
        {
            load(row, row, examples[row]);
        }
        return program;
    }

    private TrainingProgram<TSample> Training(TrainingLoop<TSample> loop, Point point, float[][] examples)
    {
        var program = (TrainingProgram<TSample>)loop.GetType().GetMethod("CreateProgram", Any)!.Invoke(loop, [])!;
        program.Begin(point.Batch, point.Steps);
        for (var row = 0; row < examples.Length; row++)
        {
            program.Load(row, sample(examples[row]), row);
        }
        program.Pack();
        return program;
    }
}
