using System.Collections;
using System.Globalization;
using System.Text;

namespace RnnDsl.Training;

/// <summary>The epochs of a training loop, first to last; <see cref="ToString"/> gives a table.</summary>
public sealed class History : IReadOnlyList<EpochResult>
{
    private readonly List<EpochResult> epochs = [];

    /// <summary>Number of epochs.</summary>
    public int Count => epochs.Count;

    /// <summary>Time of all epochs, in seconds.</summary>
    public double Seconds => epochs.Sum(epoch => epoch.Seconds);

    /// <summary>
    /// The epoch with the lowest loss (of validation, where there is one), the earliest of equals; null before the first.
    /// </summary>
    public EpochResult? Best =>
        epochs.Count == 0 ? null : epochs.MinBy(static epoch => epoch.ValidationLoss ?? epoch.Loss);

    /// <summary>The epoch at a place from 0.</summary>
    public EpochResult this[int index] => epochs[index];

    /// <summary>The epochs, first to last.</summary>
    public IEnumerator<EpochResult> GetEnumerator() => epochs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A table with a line for each epoch.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("epoch        loss  validation  seconds");
        foreach (var (epoch, loss, validation, seconds) in epochs)
        {
            var last = validation is { } value ? value.ToString("G5", CultureInfo.InvariantCulture) : "-";
            text.Append(CultureInfo.InvariantCulture, $"\n{epoch, 5}  {loss, 10:G5}  {last, 10}  {seconds, 7:F3}");
        }

        return text.ToString();
    }

    internal void Add(EpochResult epoch) => epochs.Add(epoch);

    internal void Replace(IEnumerable<EpochResult> results)
    {
        epochs.Clear();
        epochs.AddRange(results);
    }
}
