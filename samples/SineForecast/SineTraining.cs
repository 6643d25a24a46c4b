using RnnDsl.Training;

namespace SineForecast;

[Dim(1)]
public readonly struct Value : IDim;

[Dim(50)]
public readonly struct Hidden : IDim;

/// <summary>The next value of a series from a window of the values before it.</summary>
[Layer]
public partial class SineForecaster
{
    ReluRnn<Value, Hidden> rnn;
    Dense<Hidden, Value> head;

    public Vec<Value> Forward(Seq<Value> window) => head.Apply(rnn.Scan(window).Last);
}

// At the rate of 1e-3 that is common, the net learns the noise by heart before 200 epochs are over: on the last fifth of
// what is learned from, held out, its error is a seventh higher.
[Training(Optimizer = typeof(Adam), LearningRate = 3e-4f, BatchSize = 32, Epochs = 200)]
public partial class SineTraining
{
    SineForecaster model;

    Scalar Loss(Seq<Value> window, Vec<Value> next) => MeanSquaredError(model.Forward(window), next);
}
