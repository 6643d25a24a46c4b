namespace RnnDsl.Generator.Loops;

/// <summary>Properties of a target that planning depends on: what its kernels compute at once, and what is cheap.</summary>
/// <param name="Name">What messages call the target.</param>
public sealed record TargetTraits(string Name)
{
    /// <summary>Those of no target, for passes over graphs that are the same for all.</summary>
    public static TargetTraits None { get; } = new("no target");

    /// <summary>How many sums of products one stage computes: the accumulators of a kernel, or the gates of one call.</summary>
    public int Accumulators { get; init; } = 1;

    /// <summary>Which products run ahead of a loop, of those whose operand is known for all steps before it.</summary>
    public AheadProducts Ahead { get; init; }

    /// <summary>The largest operand whose product is always computed with the step, never ahead of it.</summary>
    public int FusedDepth { get; init; } = 16;

    /// <summary>Whether buffers over time share memory where their lives allow it.</summary>
    public bool SharesMemory { get; init; }

    /// <summary>Whether loops of independent steps take several steps as one, as if the batch had the rows of all of them.</summary>
    public bool JoinsSteps { get; init; }

    /// <summary>Whether it runs a single step as a program.</summary>
    public bool HasStreams { get; init; }
}
