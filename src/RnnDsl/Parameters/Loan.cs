namespace RnnDsl.Parameters;

/// <summary>
/// Tracks whether another holder, such as a program on a device, has the newest values. A reader of the values here first ends the loan.
/// </summary>
/// <param name="gate">Locked while the values are copied back, and while others read or write them.</param>
internal sealed class Loan(Lock gate)
{
    private volatile Action? bringBack;
    private object? holder;
    private bool isEnding;

    /// <summary>Whether this is the holder.</summary>
    public bool IsWith(object other) => ReferenceEquals(holder, other);

    /// <summary>Records that a holder has the newest values.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="bringBack">Copies the values back; it may access the memory here, which does not end the loan a second time.</param>
    public void Begin(object holder, Action bringBack)
    {
        lock (gate)
        {
            (this.holder, this.bringBack) = (holder, bringBack);
        }
    }

    /// <summary>Copies the values back, if a holder has them.</summary>
    public void End()
    {
        if (bringBack is null)
        {
            return;
        }

        lock (gate)
        {
            if (bringBack is not { } copy || isEnding)
            {
                return;
            }

            isEnding = true;
            try
            {
                copy();
            }
            finally
            {
                // If the holder cannot deliver them, the exception is thrown once; the older values remain here.
                (isEnding, holder, bringBack) = (false, null, null);
            }
        }
    }

    /// <summary>Ends the loan without copying the values, which are about to be overwritten here.</summary>
    public void Drop()
    {
        lock (gate)
        {
            (holder, bringBack) = (null, null);
        }
    }
}
