using System.Diagnostics;
using RnnDsl.Training;

namespace AddingProblem;

/// <summary>A net that learns to add, whatever its cell.</summary>
/// <param name="cell">The name of its cell.</param>
/// <param name="training">Trains it.</param>
/// <param name="probe">Gives the gradients of its inputs.</param>
/// <param name="sample">Makes a sample to train on.</param>
/// <param name="probed">Makes a sample to probe, of a sequence and the numbers of its steps.</param>
/// <param name="predict">The sums that it says of sequences.</param>
internal sealed class Adder<TSample, TProbe>(
    string cell,
    TrainingLoop<TSample> training,
    TrainingLoop<TProbe> probe,
    Func<Sequence, TSample> sample,
    Func<Sequence, int[], TProbe> probed,
    Func<IReadOnlyList<ReadOnlyMemory<float>>, float[][]> predict
)
{
    private const int Batch = 64;
    private const int Reports = 10;

    // Steps after which it is known how long the rest takes: the first ones compile the program.
    private const int Trial = 100;

    /// <summary>Takes steps of training, each on sequences that were never seen before.</summary>
    public void Learn(int steps, int length, Random random)
    {
        var batch = new TSample[Batch];
        var (rate, loss, since) = (training.LearningRate, 0.0, 0);
        var clock = Stopwatch.StartNew();
        for (var step = 0; step < steps; step++)
        {
            for (var row = 0; row < Batch; row++)
            {
                batch[row] = sample(Sequence.Make(random, length));
            }

            // The rate falls to nothing in half a cosine: Loshchilov and Hutter, "SGDR" (2017), equation 5, without restarts.
            training.LearningRate = (float)(rate * (0.01 + 0.99 * (1 + Math.Cos(Math.PI * step / steps)) / 2));
            loss += training.TrainBatch(batch);
            since++;
            if (step + 1 == Trial && steps > Trial)
            {
                var seconds = clock.Elapsed.TotalSeconds / Trial * steps;
                Console.WriteLine(
                    $"{cell, 4}: {steps} steps take about {seconds:0} s here; --length and --steps make fewer of them"
                );
            }

            if ((step + 1) * Reports / steps > step * Reports / steps)
            {
                Console.WriteLine(
                    $"{cell, 4} step {step + 1, 5}: mean squared error {loss / since:0.00000}, {clock.Elapsed.TotalSeconds:0} s, "
                        + $"{clock.Elapsed.TotalSeconds / (step + 1) * (steps - step - 1):0} s left"
                );
                (loss, since) = (0, 0);
            }
        }
    }

    /// <summary>The share of sequences whose sum it says right.</summary>
    public double ShareRight(Sequence[] test)
    {
        var sums = predict([.. test.Select(sequence => (ReadOnlyMemory<float>)sequence.Pairs)]);
        return test.Zip(sums).Average(pair => pair.First.IsRight(pair.Second[0]) ? 1.0 : 0);
    }

    /// <summary>
    /// How much the loss depends on what was read how long ago: the norm of its gradient by the pair at a distance from the end, the mean
    /// over sequences. What vanishes with the distance cannot be learned: Bengio, Simard and Frasconi 1994, "Learning long-term
    /// dependencies with gradient descent is difficult", section IV.
    /// </summary>
    /// <returns>The norms: first that of the last step, then that of the step before it.</returns>
    public double[] GradientNorms(Sequence[] sequences)
    {
        var length = sequences[0].Length;
        var places = Enumerable.Range(0, length).ToArray();
        var norms = new double[length];
        foreach (var sequence in sequences)
        {
            var gradients = probe.Gradients([probed(sequence, places)]);
            for (var place = 0; place < length; place++)
            {
                var gradient = gradients.Row("nudge", place);
                norms[length - 1 - place] += double.Hypot(gradient[0], gradient[1]) / sequences.Length;
            }
        }

        return norms;
    }
}
