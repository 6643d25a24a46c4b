namespace RnnDsl.Training;

/// <summary>How the losses of samples are averaged, if their sequences differ in length.</summary>
public enum LossMean
{
    /// <summary>Each sample has the same weight: the mean of the samples' losses.</summary>
    PerSample,

    /// <summary>
    /// The weight of a sample is its number of steps. For losses that are means over steps, such as the cross-entropy of tokens, that
    /// is the mean over all steps of all samples.
    /// </summary>
    PerStep,
}
