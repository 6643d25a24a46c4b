namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>What sums of products start from.</summary>
internal enum SumStart
{
    /// <summary>The sums so far.</summary>
    Sums,

    /// <summary>The biases of the gates.</summary>
    Bias,

    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The first product, which overwrites what was there.</summary>
    FirstProduct,
}
