namespace RnnDsl.RandomNumbers;

/// <summary>What random numbers are drawn for: each purpose has streams of its own.</summary>
public enum RandomPurpose
{
    /// <summary>The first values of the parameters.</summary>
    Initialization = 1,

    /// <summary>The order of the samples in an epoch.</summary>
    Shuffling = 2,

    /// <summary>Values that a model drops while it is trained.</summary>
    Dropout = 3,

    /// <summary>Made-up data, such as noise on a series.</summary>
    Data = 4,
}
