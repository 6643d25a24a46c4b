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

// At the rate of 1e-3 that is common, the net learns the noise by heart before 200 epochs are over. This rate forecasts the
// last fifth of the training part best when that is held out: an error of 0.0133, where 5e-4 has 0.0144 and 1e-3 has 0.0155.
[Training(Optimizer = typeof(Adam), LearningRate = 2e-4f, BatchSize = 32, Epochs = 200)]
public partial class SineTraining
{
    SineForecaster model;

    Scalar Loss(Seq<Value> window, Vec<Value> next) => MeanSquaredError(model.Forward(window), next);
}
