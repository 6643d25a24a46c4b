using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

using Noise = RnnDsl.Simd.Noise;

/// <summary>The random factors of a training step, the same numbers as on the CPU backend: they are drawn on the host and copied.</summary>
/// <param name="noise">The noise of the batch.</param>
/// <param name="batch">The batch.</param>
/// <param name="isKeep">Whether they are the factors of <c>Keep</c>; otherwise of <c>Dropout</c>.</param>
/// <param name="site">The index of the noise in the program.</param>
/// <param name="before">The offset of the first unit.</param>
/// <param name="units">The number of units.</param>
/// <param name="rate">At least 0 and below 1.</param>
public readonly struct Masks(Noise noise, TensorBatch batch, bool isKeep, int site, int before, int units, float rate)
{
    private bool IsNormal { get; init; }

    /// <summary>The factors of <c>Normal</c>.</summary>
    /// <param name="noise">The noise of the batch.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="site">The index of the noise in the program.</param>
    /// <param name="before">The offset of the first unit.</param>
    /// <param name="units">The number of units.</param>
    public static Masks Normal(Noise noise, TensorBatch batch, int site, int before, int units) =>
        new(noise, batch, isKeep: false, site, before, units, rate: 0) { IsNormal = true };

    /// <summary>Factors that are the same at every step, [rows, units].</summary>
    /// <param name="rows">The number of rows.</param>
    public Tensor OfRows(int rows)
    {
        var factors = new float[rows * units];
        for (var row = 0; row < rows; row++)
        {
            Fill(factors.AsSpan(row * units, units), row, time: 0);
        }

        return Upload(factors);
    }

    /// <summary>The factors of all steps, [places, units].</summary>
    /// <param name="times">The number of the step at each place, [places, 1].</param>
    public Tensor OverTime(Tensor times)
    {
        ArgumentNullException.ThrowIfNull(times);
        var numbers = times.reshape(-1).cpu().data<float>().ToArray();
        var factors = new float[numbers.Length * units];
        var place = 0;
        for (var step = 0; step < batch.Steps; step++)
        {
            for (var row = 0; row < batch.RowsAt(step); row++, place++)
            {
                Fill(factors.AsSpan(place * units, units), row, (int)numbers[place]);
            }
        }

        return Upload(factors);
    }

    private void Fill(Span<float> factors, int row, int time)
    {
        for (var unit = 0; unit < units; unit++)
        {
            var vector =
                IsNormal ? noise.Normal<Vector128<float>>(row, site, time, before + unit)
                : isKeep ? noise.Keep<Vector128<float>>(row, site, time, before + unit, rate)
                : noise.Dropout<Vector128<float>>(row, site, time, before + unit, rate);
            factors[unit] = vector[0];
        }
    }

    private Tensor Upload(float[] factors)
    {
        using var flat = tensor(factors, device: batch.Device);
        return flat.reshape(-1, units).clone();
    }
}
