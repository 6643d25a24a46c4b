using System.Collections.Concurrent;

namespace RnnDsl.Parameters;

/// <summary>
/// Memory for columns of matrices that are drawn one after the other. Half of the time would go into memory that the system has to
/// give for the first time.
/// </summary>
internal sealed class Panels
{
    private readonly ConcurrentBag<double[]> free = [];

    /// <summary>Zeros.</summary>
    /// <param name="length">How many.</param>
    public double[] Rent(int length)
    {
        // Matrices of another size had the others: they are let go.
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

    /// <summary>Takes back what was rented.</summary>
    public void Return(double[] panel) => free.Add(panel);
}
