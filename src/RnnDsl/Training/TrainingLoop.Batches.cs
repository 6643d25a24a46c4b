using RnnDsl.Simd;

namespace RnnDsl.Training;

/// <content>Batches, whole or window by window.</content>
public abstract partial class TrainingLoop<TSample>
{
    /// <summary>Trains on a batch; returns the losses.</summary>
    private LossSum Train(ReadOnlySpan<TSample> samples, ReadOnlySpan<int> numbers, CancellationToken cancellation)
    {
        var batches = Runner(cancellation);
        if (Truncate is not { } steps)
        {
            return Step(samples, numbers, continues: false);
        }

        var windows = batches.Windows;
        windows.Begin(samples, numbers, steps);
        while (windows.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            Step(windows.Samples, windows.Numbers, continues: Stateful && windows.HasStates, windows.Whole);
            windows.Finish(batches);
        }

        return windows.Losses(batches);
    }

    /// <summary>The losses of a batch, computed as in training.</summary>
    private LossSum Measure(
        ReadOnlySpan<TSample> samples,
        ReadOnlySpan<int> numbers,
        string what,
        CancellationToken cancellation
    )
    {
        var batches = runner!;
        if (Truncate is not { } steps || !Stateful)
        {
            var sum = batches.Forward(samples, numbers);
            RequireFinite(sum, numbers, what);
            return sum;
        }

        var windows = batches.Measured;
        windows.Begin(samples, numbers, steps);
        while (windows.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            var sum = batches.Forward(windows.Samples, windows.Numbers, continues: windows.HasStates, windows.Whole);
            RequireFinite(sum, windows.Numbers, what);
            windows.Finish(batches);
        }

        return windows.Losses(batches);
    }

    /// <summary>The losses of a data set, without noise.</summary>
    /// <param name="samples">The data.</param>
    /// <param name="what">The name of the set, for messages.</param>
    /// <param name="cancellation">Cancels it within a step of a sequence.</param>
    private double MeasureAll(IReadOnlyList<TSample> samples, string what, CancellationToken cancellation)
    {
        Runner(cancellation);
        Reserve(Math.Min(BatchSize, samples.Count));
        var sum = default(LossSum);
        var size = BatchSize;
        for (var first = 0; first < samples.Count; first += size)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(size, samples.Count - first);
            for (var row = 0; row < rows; row++)
            {
                examples[row] = first + row;
                batch[row] = samples[first + row];
            }

            sum += Measure(batch.AsSpan(0, rows), examples.AsSpan(0, rows), what, cancellation);
        }

        return sum.Mean;
    }

    /// <summary>One step; returns the losses.</summary>
    private LossSum Step(
        ReadOnlySpan<TSample> samples,
        ReadOnlySpan<int> numbers,
        bool continues,
        Lengths? whole = null
    )
    {
        var batches = runner!;
        var sum = batches.ForwardAndBackward(samples, numbers, Seed, optimizer.Steps, continues, whole);
        RequireFinite(sum, numbers, what: null);
        batches.SumGradients();
        var update = batches.Update;
        var norm = update.Norm();
        var size = norm;
        if (ClipNorm is { } limit && norm > limit)
        {
            update.Scale((float)(limit / norm));
            size = limit;
        }

        // Optimizers square gradients in float: a norm whose square overflows would silently stall them.
        if (!float.IsFinite((float)norm) || !float.IsFinite((float)(size * size)))
        {
            throw Diverged("the gradient is not finite, or its square is not", sum.Mean, norm);
        }

        return update.TryTake(optimizer)
            ? sum
            : throw Diverged("the step left parameters that are not finite", sum.Mean, norm);
    }

    private BatchRunner<TSample> Runner(CancellationToken cancellation)
    {
        runner ??= CreateRunner();
        (runner.Threads, runner.Mean) = (Threads, LossMean);
        // An interrupted window would need its initial states again; so cancellation waits for the end of the window.
        runner.Cancellation = Truncate is null || !Stateful ? cancellation : default;
        lock (gate)
        {
            streams = 0;
        }

        RequireStates(runner);
        return runner;
    }

    private void RequireStates(BatchRunner<TSample> batches)
    {
        if (Stateful && !batches.IsStateful)
        {
            throw new InvalidOperationException(
                "The program of this training carries no states: write [Training(Stateful = true)] on its class."
            );
        }
    }

    /// <param name="sum">The losses of the last batch.</param>
    /// <param name="numbers">The numbers of its samples.</param>
    /// <param name="what">The name of the set, for messages; null in training.</param>
    private void RequireFinite(LossSum sum, ReadOnlySpan<int> numbers, string? what)
    {
        if (double.IsFinite(sum.Sum))
        {
            return;
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            var loss = runner!.Loss(i);
            if (!float.IsFinite(loss))
            {
                throw what is null
                    ? Diverged(
                        Text.InvariantText.Invariant($"the loss of sample {numbers[i]} is not finite"),
                        sum.Mean,
                        double.NaN
                    )
                    : TrainingDivergedException.OfMeasured(what, numbers[i], Epoch + 1, optimizer.Steps, loss);
            }
        }
    }

    private TrainingDivergedException Diverged(string what, double loss, double norm) =>
        new(what, Epoch + 1, optimizer.Steps + 1, loss, norm, RestoredEpoch);
}
