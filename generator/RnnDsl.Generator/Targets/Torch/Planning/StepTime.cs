namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>Whether a loop's value is known before it begins.</summary>
internal enum StepTime
{
    /// <summary>No: the loop computes it.</summary>
    Unknown,

    /// <summary>It is, for all steps, and differs from step to step.</summary>
    Known,

    /// <summary>It is the same at every step.</summary>
    Same,
}
