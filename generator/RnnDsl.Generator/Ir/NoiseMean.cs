namespace RnnDsl.Generator.Ir;

/// <summary>What a random factor is on average.</summary>
public enum NoiseMean
{
    /// <summary>1: an element is dropped with the probability of the rate, and scaled up otherwise. Inference leaves it unchanged.</summary>
    One,

    /// <summary>The rate: an element is kept with that probability. Inference multiplies by it.</summary>
    Rate,

    /// <summary>0: an element is the standard deviation of a number around 0. Inference has 0.</summary>
    Zero,
}
