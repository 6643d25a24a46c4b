namespace RnnDsl.Inference;

/// <summary>Memory for the results of one model on one thread: a call overwrites what the call before left.</summary>
internal sealed class ResultMemory
{
    private float[] numbers = [];

    /// <summary>Room for a result; what was there before is lost.</summary>
    /// <param name="count">Numbers of the result.</param>
    public Span<float> Take(int count)
    {
        if (numbers.Length < count)
            numbers = new float[count];
        return numbers.AsSpan(0, count);
    }

    /// <summary>Gives the memory back; views of results that were handed out stay as they are.</summary>
    public void Free() => numbers = [];
}
