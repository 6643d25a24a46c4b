namespace RnnDsl.Generator.Programs;

/// <summary>A slot of a buffer.</summary>
public sealed record BufferRef(string Buffer, TimeIndex Time)
{
    /// <summary>Whether it is the slot of the last step, another one for each example.</summary>
    public bool IsLast => Time is TimeIndex.Last or TimeIndex.End;

    /// <summary>The slot at the last step of what this slot is at the current one.</summary>
    public BufferRef AtLast() => this with { Time = Time == TimeIndex.Next ? TimeIndex.End : TimeIndex.Last };
}
