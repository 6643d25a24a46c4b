namespace RnnDsl.Parameters;

/// <summary>
/// Whether somebody else, such as a program on a device, has the newest of some numbers. Whoever asks for them here ends the loan first.
/// </summary>
/// <param name="gate">Held while the numbers are brought back: by others while they read or write them.</param>
internal sealed class Loan(Lock gate)
{
    private volatile Action? bringBack;
    private object? holder;
    private bool isEnding;

    /// <summary>Whether this is who has them.</summary>
    public bool IsWith(object other) => ReferenceEquals(holder, other);

    /// <summary>Says that the newest are elsewhere.</summary>
    /// <param name="holder">Who has them.</param>
    /// <param name="bringBack">Copies them here; it may ask for the memory here, which ends no loan again.</param>
    public void Begin(object holder, Action bringBack)
    {
        lock (gate)
        {
            (this.holder, this.bringBack) = (holder, bringBack);
        }
    }

    /// <summary>Has the numbers brought back, if they are elsewhere.</summary>
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
                // If they cannot be had any more, the exception says so, once; here are those from before.
                (isEnding, holder, bringBack) = (false, null, null);
            }
        }
    }

    /// <summary>Ends the loan without the numbers, which are about to be written here.</summary>
    public void Drop()
    {
        lock (gate)
        {
            (holder, bringBack) = (null, null);
        }
    }
}
