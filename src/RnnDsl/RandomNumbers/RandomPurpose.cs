namespace RnnDsl.RandomNumbers;

/// <summary>What random numbers are drawn for: each purpose has separate streams.</summary>
public enum RandomPurpose
{
    /// <summary>The first values of the parameters.</summary>
    Initialization = 1,

    /// <summary>The order of the samples in an epoch.</summary>
    Shuffling = 2,

    /// <summary>Noise such as dropout during training.</summary>
    Dropout = 3,

    /// <summary>Synthetic data, such as noise on a series.</summary>
    Data = 4,
}
