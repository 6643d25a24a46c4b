namespace RnnDsl.Training;

/// <summary>A batch of <c>Fit</c> with completed and remaining windows, so that training can continue with the next.</summary>
/// <param name="Done">Steps of the sequences that are done.</param>
/// <param name="Lengths">Steps of each sequence, longest first.</param>
/// <param name="Losses">The losses so far, in the same order.</param>
/// <param name="States">The states that the next window continues from; null if windows do not continue from each other.</param>
internal sealed record UnfinishedBatch(int Done, int[] Lengths, double[] Losses, CarriedStates? States)
{
    /// <summary>Samples of the batch.</summary>
    public int Rows => Lengths.Length;

    /// <summary>Whether it is valid: some steps are done, some remain, and the states fit.</summary>
    public bool IsValid =>
        Rows > 0
        && Lengths.Length == Losses.Length
        && Done > 0
        && Done < Lengths[0]
        && Lengths.All(static length => length > 0)
        && Lengths.Zip(Lengths.Skip(1)).All(static pair => pair.First >= pair.Second)
        && (States is null || States.Rows >= Lengths.Count(length => length > Done));
}
