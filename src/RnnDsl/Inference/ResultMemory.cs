namespace RnnDsl.Inference;

/// <summary>Memory for the results of one model on one thread: each call overwrites the results of the one before.</summary>
internal sealed class ResultMemory
{
    private float[] numbers = [];

    /// <summary>Memory for a result; the previous result is lost.</summary>
    /// <param name="count">Numbers of the result.</param>
    public Span<float> Take(int count)
    {
        if (numbers.Length < count)
            numbers = new float[count];
        return numbers.AsSpan(0, count);
    }

    /// <summary>Frees the memory; result views that callers hold stay valid.</summary>
    public void Free() => numbers = [];
}
