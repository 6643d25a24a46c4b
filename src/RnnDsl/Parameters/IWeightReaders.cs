namespace RnnDsl.Inference;

/// <summary>Programs that read a model's parameters while others may want to write them.</summary>
internal interface IWeightReaders
{
    /// <summary>
    /// Returns when no program reads parameters in place. None starts to until the caller releases the store's gate.
    /// </summary>
    void LetGo();
}
