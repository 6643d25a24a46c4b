namespace RnnDsl.Inference;

/// <summary>Memory for the results of one model on one thread: each call overwrites the results of the one before.</summary>
internal sealed class ResultMemory
{
    private float[] numbers = [];
    private int[] ends = [];

    /// <summary>Memory for a result; the previous result is lost.</summary>
    /// <param name="count">Numbers of the result.</param>
    public Span<float> Take(int count)
    {
        if (numbers.Length < count)
            numbers = new float[count];
        return numbers.AsSpan(0, count);
    }

    /// <summary>Memory for the ends of the results of one call.</summary>
    /// <param name="results">How many results there are.</param>
    public Span<int> TakeEnds(int results)
    {
        if (ends.Length != results)
            ends = new int[results];
        return ends;
    }

    /// <summary>Frees the memory; result views that callers hold stay valid.</summary>
    public void Free() => numbers = [];
}
