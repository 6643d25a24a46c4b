using RnnDsl.Parameters;

namespace RnnDsl.Tests.Nets;

/// <summary>A net under test: its generated code, and the reference execution of the same declaration.</summary>
public abstract class Net
{
    public abstract ParameterStore Parameters { get; }

    /// <summary>The declared model.</summary>
    public abstract object Model { get; }

    /// <summary>The loss of one example by the reference execution, in double precision.</summary>
    public abstract double ReferenceLoss(Example example);

    /// <summary>The output for one example by the reference execution, in double precision.</summary>
    public abstract double[] ReferenceOutput(Example example);

    /// <summary>The mean loss of a batch by the reference execution, with the noise of the first step of training.</summary>
    public double NoisyLoss(IReadOnlyList<Example> batch) =>
        batch
            .Select(
                (example, number) =>
                {
                    using var noise = Noise.Of(seed: 0, step: 0, number);
                    return ReferenceLoss(example);
                }
            )
            .Average();

    /// <summary>The mean loss of a batch by the generated code.</summary>
    public abstract double Loss(IReadOnlyList<Example> batch);

    /// <summary>The gradient of the batch's mean loss by the generated code.</summary>
    public abstract float[] Gradient(IReadOnlyList<Example> batch);

    /// <summary>One optimizer step on the batch.</summary>
    public abstract float TrainBatch(IReadOnlyList<Example> batch);

    /// <summary>A step on the batch, again and again.</summary>
    public abstract Action TrainOn(IReadOnlyList<Example> batch);

    /// <summary>Computes the output for one example where the generated code puts it.</summary>
    public abstract void PredictInPlace(Example example);

    /// <summary>The output for one example by the generated inference code.</summary>
    public abstract float[] Predict(Example example);

    /// <summary>The outputs for many examples, computed as one batch.</summary>
    public abstract float[][] PredictAll(IReadOnlyList<Example> batch);

    /// <summary>Starts a stream by the generated code.</summary>
    public abstract Pushing Stream();

    /// <summary>How many threads share out a call; 0 chooses by the size of the work.</summary>
    public abstract int Threads { set; }

    /// <summary>Where a number of a parameter lies in the store; the rows of tables are padded.</summary>
    public static int Place(ParameterInfo item, int number) =>
        item.Offset + number / item.Columns * item.Stride + number % item.Columns;

    /// <summary>Random parameters, biases too, so that no term of an equation hides behind a zero.</summary>
    public void Scramble(int seed)
    {
        var random = new Random(seed);
        foreach (var item in Parameters.Items.Where(item => item.Setting is null))
        {
            var scale = 1 / Math.Sqrt(item.Columns > 1 ? item.Columns : 4);
            for (var i = 0; i < item.Length; i++)
            {
                Parameters.Values[Place(item, i)] = (float)((random.NextDouble() * 2 - 1) * scale);
            }
        }
        Parameters.Changed();
    }
}
