namespace RnnDsl.Torch;

/// <summary>Parameters in another order: made anew when they have changed.</summary>
internal interface IPacked : IDisposable
{
    /// <summary>Copies the parameters.</summary>
    void Pack();
}
