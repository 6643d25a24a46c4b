namespace RnnDsl.Training;

/// <summary>What the loss of several samples is the mean of, where their sequences differ in length.</summary>
public enum LossMean
{
    /// <summary>Each sample counts the same: the mean of the samples' losses.</summary>
    PerSample,

    /// <summary>
    /// Each sample counts with its steps. Of losses that are means over steps, such as the cross-entropy of tokens, that is the
    /// mean over all steps of all samples.
    /// </summary>
    PerStep,
}
