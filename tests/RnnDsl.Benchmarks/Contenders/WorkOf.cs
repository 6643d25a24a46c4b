using RnnDsl.Inference;
using RnnDsl.Simd;
using RnnDsl.Training;

namespace RnnDsl.Benchmarks.Contenders;

/// <summary>The passes of one cell's programs.</summary>
internal sealed class WorkOf<TSample>(InferenceProgram inference, TrainingProgram<TSample> training, int threads) : Work
{
    private readonly BatchPasses predicting = new(inference, training.ParameterGradients.Store.Count)
    {
        Threads = threads,
    };
    private readonly BatchPasses passes = new(training, training.ParameterGradients.Store.Count) { Threads = threads };

    public override void Infer() => predicting.Forward();

    public override void Forward() => passes.Forward();

    public override void Backward()
    {
        passes.Backward();
        training.ParameterGradients.Clear();
        passes.Gradients();
    }

    public override void Train()
    {
        training.Pack();
        passes.ForwardAndBackward();
        training.ParameterGradients.Clear();
        passes.Gradients();
    }
}
