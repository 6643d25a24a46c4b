namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a quotient is rounded to; here it is not.</summary>
    public enum RoundingMode
    {
        None,
    }
}
