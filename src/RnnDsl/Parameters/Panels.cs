using System.Collections.Concurrent;

namespace RnnDsl.Parameters;

/// <summary>
/// A pool of memory for matrices that are drawn one after the other. Fresh memory from the system would take half of the
/// time.
/// </summary>
internal sealed class Panels
{
    private readonly ConcurrentBag<double[]> free = [];

    /// <summary>Zeros.</summary>
    /// <param name="length">The number of zeros.</param>
    public double[] Rent(int length)
    {
        // Pooled panels of another size are released.
        while (free.TryTake(out var panel))
        {
            if (panel.Length == length)
            {
                Array.Clear(panel);
                return panel;
            }
        }

        return new double[length];
    }

    /// <summary>Returns rented memory.</summary>
    public void Return(double[] panel) => free.Add(panel);
}
