using RnnDsl.Training;

// The mean of four numbers, seen one after the other.
var random = new Random(1);
var samples = Enumerable.Range(0, 256).Select(_ => Sample()).ToArray();

var training = new MeanTraining(new MeanModel(unit: 12, seed: 1));
var before = training.Evaluate(samples);
training.Fit(samples);
var after = training.Evaluate(samples);
float next = training.Model.Predict([1, 0, 1, 0]);
Console.WriteLine(FormattableString.Invariant($"loss {before:0.000000} -> {after:0.000000}, predicts {next:0.0000}"));

MeanTraining.Sample Sample()
{
    float[] numbers = [.. Enumerable.Range(0, 4).Select(_ => random.NextSingle())];
    return new(numbers, new[] { numbers.Average() });
}

[Dim(1)]
public readonly struct Value : IDim;

public readonly struct Unit : IDim;

/// <summary>The minimal gated unit: a cell that the library does not have.</summary>
[Cell]
public partial class MinimalGatedUnit<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wxf, Wxh;
    Mat<H, H> Whf, Whh;
    [Init(1)] Vec<H> bf;
    Vec<H> bh;

    [State] Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var f = Sigmoid(Wxf * x + Whf * h + bf);
        h = (1 - f) * h + f * Tanh(Wxh * x + Whh * (f * h) + bh);
        return h;
    }
}

[Layer]
public partial class MeanModel
{
    MinimalGatedUnit<Value, Unit> cell;
    Dense<Unit, Value> head;

    public Vec<Value> Forward(Seq<Value> numbers) => head.Apply(cell.Scan(numbers).Last);
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f, BatchSize = 16, Epochs = 60)]
public partial class MeanTraining
{
    MeanModel model;

    Scalar Loss(Seq<Value> numbers, Vec<Value> mean) => MeanSquaredError(model.Forward(numbers), mean);
}
