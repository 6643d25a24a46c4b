namespace RnnDsl.Generator.Ir;

/// <summary>In which operands an op is linear.</summary>
public enum Linearity
{
    /// <summary>In none that a pass may use.</summary>
    None,

    /// <summary>In the first: the result is zero where it is.</summary>
    First,

    /// <summary>In the second: the result is zero where it is.</summary>
    Second,

    /// <summary>In each of two, given the other: the result is zero where one of them is.</summary>
    Each,

    /// <summary>In both together: the result is zero where both are.</summary>
    Together,
}
