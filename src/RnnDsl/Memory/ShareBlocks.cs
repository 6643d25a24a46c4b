using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>The rows of a thread in blocks whose data fits the L2 cache.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ShareBlocks
{
    // Half of a small L2 cache, with the two slots between which a state alternates: 4, 8 and 16 rows of 64 x 64 take the same time.
    private const int FloatsOfBlock = 32 * 1024;

    private readonly Share all;
    private readonly int rows;
    private int next;

    internal ShareBlocks(in Share all, int floats)
    {
        this.all = all;
        rows = floats > 0 ? Math.Max(1, FloatsOfBlock / floats) : Math.Max(1, all.Last - all.First);
        next = all.First;
    }

    /// <summary>The rows of the block.</summary>
    public Share Current { get; private set; }

    /// <summary>The blocks, from the first on.</summary>
    public readonly ShareBlocks GetEnumerator() => this;

    /// <summary>Goes on to the next block; false after the last.</summary>
    public bool MoveNext()
    {
        if (next >= all.Last)
            return false;
        var last = (int)Math.Min((long)next + rows, all.Last);
        Current = all.Rows(next, last);
        next = last;
        return true;
    }
}
