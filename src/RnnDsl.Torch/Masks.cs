using static TorchSharp.torch;

namespace RnnDsl.Torch;

using Noise = RnnDsl.Simd.Noise;

/// <summary>The random factors of training steps, the same numbers as on the CPU backend: made there, and copied.</summary>
public static class Masks
{
    private delegate void Fill(Noise noise, int row, int site, int time, int before, float rate, Span<float> units);

    /// <summary>What <c>Dropout</c> multiplies with, the same at every step.</summary>
    /// <param name="noise">The noise of the batch.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="site">Which of the program's noises it is.</param>
    /// <param name="before">Units before the first.</param>
    /// <param name="units">How many units.</param>
    /// <param name="rate">At least 0 and below 1.</param>
    public static Tensor Dropout(
        Noise noise,
        TensorBatch batch,
        int rows,
        int site,
        int before,
        int units,
        float rate
    ) => OfRows(Dropped, noise, batch, rows, site, before, units, rate);

    /// <summary>What <c>Keep</c> multiplies with, the same at every step.</summary>
    /// <param name="noise">The noise of the batch.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="site">Which of the program's noises it is.</param>
    /// <param name="before">Units before the first.</param>
    /// <param name="units">How many units.</param>
    /// <param name="rate">At least 0 and below 1.</param>
    public static Tensor Keep(Noise noise, TensorBatch batch, int rows, int site, int before, int units, float rate) =>
        OfRows(Kept, noise, batch, rows, site, before, units, rate);

    /// <summary>What <c>Dropout</c> multiplies with at all steps.</summary>
    /// <param name="noise">The noise of the batch.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="times">The number of the step at each place, [places, 1].</param>
    /// <param name="site">Which of the program's noises it is.</param>
    /// <param name="before">Units before the first.</param>
    /// <param name="units">How many units.</param>
    /// <param name="rate">At least 0 and below 1.</param>
    public static Tensor DropoutOverTime(
        Noise noise,
        TensorBatch batch,
        Tensor times,
        int site,
        int before,
        int units,
        float rate
    ) => OfSteps(Dropped, noise, batch, times, site, before, units, rate);

    /// <summary>What <c>Keep</c> multiplies with at all steps.</summary>
    /// <param name="noise">The noise of the batch.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="times">The number of the step at each place, [places, 1].</param>
    /// <param name="site">Which of the program's noises it is.</param>
    /// <param name="before">Units before the first.</param>
    /// <param name="units">How many units.</param>
    /// <param name="rate">At least 0 and below 1.</param>
    public static Tensor KeepOverTime(
        Noise noise,
        TensorBatch batch,
        Tensor times,
        int site,
        int before,
        int units,
        float rate
    ) => OfSteps(Kept, noise, batch, times, site, before, units, rate);

    private static Tensor OfRows(
        Fill fill,
        Noise noise,
        TensorBatch batch,
        int rows,
        int site,
        int before,
        int units,
        float rate
    )
    {
        ArgumentNullException.ThrowIfNull(batch);
        var factors = new float[rows * units];
        for (var row = 0; row < rows; row++)
        {
            fill(noise, row, site, 0, before, rate, factors.AsSpan(row * units, units));
        }

        return Upload(factors, rows, units, batch);
    }

    private static Tensor OfSteps(
        Fill fill,
        Noise noise,
        TensorBatch batch,
        Tensor times,
        int site,
        int before,
        int units,
        float rate
    )
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(times);
        var numbers = times.reshape(-1).cpu().data<float>().ToArray();
        var factors = new float[numbers.Length * units];
        var place = 0;
        for (var step = 0; step < batch.Steps; step++)
        {
            for (var row = 0; row < batch.RowsAt(step); row++, place++)
            {
                var span = factors.AsSpan(place * units, units);
                fill(noise, row, site, (int)numbers[place], before, rate, span);
            }
        }

        return Upload(factors, numbers.Length, units, batch);
    }

    private static Tensor Upload(float[] factors, int rows, int units, TensorBatch batch)
    {
        using var flat = tensor(factors, device: batch.Device);
        return flat.reshape(rows, units).clone();
    }

    private static void Dropped(Noise noise, int row, int site, int time, int before, float rate, Span<float> units)
    {
        for (var unit = 0; unit < units.Length; unit++)
        {
            units[unit] = noise.Dropout128(row, site, time, before + unit, rate)[0];
        }
    }

    private static void Kept(Noise noise, int row, int site, int time, int before, float rate, Span<float> units)
    {
        for (var unit = 0; unit < units.Length; unit++)
        {
            units[unit] = noise.Keep128(row, site, time, before + unit, rate)[0];
        }
    }
}
