namespace RnnDsl.Generator.Loops;

/// <summary>Which products run ahead of their loop, of those that may.</summary>
public enum AheadProducts
{
    /// <summary>None: each step computes its products, in the order of the equations.</summary>
    None,

    /// <summary>The first of each stage, where its operand is large enough; the loop takes one step after the other.</summary>
    OnePerStage,

    /// <summary>All of them.</summary>
    All,
}
