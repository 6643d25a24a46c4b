namespace RnnDsl.Inference;

/// <summary>Programs that read a model's parameters while others may want to write them.</summary>
internal interface IWeightReaders
{
    /// <summary>
    /// Returns when no program reads parameters where they are. None begins to before the caller leaves the gate of the store.
    /// </summary>
    void LetGo();
}
