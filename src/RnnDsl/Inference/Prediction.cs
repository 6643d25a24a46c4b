namespace RnnDsl.Inference;

/// <summary>The result of one example, as a view of the program's memory: the next call overwrites it.</summary>
/// <param name="values">The numbers; for a sequence [steps, width], step by step.</param>
public readonly ref struct Prediction(ReadOnlySpan<float> values)
{
    /// <summary>The numbers; for a sequence [steps, width], step by step.</summary>
    public ReadOnlySpan<float> Values { get; } = values;

    /// <summary>The length of the result.</summary>
    public int Length => Values.Length;

    /// <summary>One of the numbers.</summary>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is outside 0 ... Length - 1.</exception>
    public float this[int index] => Values[index];

    /// <summary>The only number of a result that has one.</summary>
    /// <exception cref="InvalidOperationException">The result has more than one number.</exception>
    public static implicit operator float(Prediction prediction) =>
        prediction.Length == 1
            ? prediction.Values[0]
            : throw new InvalidOperationException(
                $"the result has {prediction.Length} numbers, not one; read them from Values"
            );

    /// <summary>The numbers.</summary>
    public static implicit operator ReadOnlySpan<float>(Prediction prediction) => prediction.Values;

    /// <summary>
    /// The index of the largest number, the first of equal ones: the class that the logits or probabilities of a classifier
    /// predict. NaN counts as the largest, so that it shows.
    /// </summary>
    /// <exception cref="InvalidOperationException">The result has no numbers.</exception>
    public int ArgMax()
    {
        if (Values.IsEmpty)
        {
            throw new InvalidOperationException("the result has no numbers, so none of them is the largest");
        }

        var best = 0;
        for (var i = 1; i < Values.Length && !float.IsNaN(Values[best]); i++)
        {
            best = Values[i] > Values[best] || float.IsNaN(Values[i]) ? i : best;
        }

        return best;
    }

    /// <summary>Copies the numbers.</summary>
    public float[] ToArray() => Values.ToArray();
}
