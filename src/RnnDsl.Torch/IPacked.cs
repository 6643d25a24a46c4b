namespace RnnDsl.Torch;

/// <summary>A packed copy of parameters, made again when the parameters have changed.</summary>
internal interface IPacked : IDisposable
{
    /// <summary>Copies the parameters.</summary>
    void Pack();
}
