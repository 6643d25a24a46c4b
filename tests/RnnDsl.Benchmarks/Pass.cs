namespace RnnDsl.Benchmarks;

/// <summary>What is timed, in the peers' words.</summary>
public static class Pass
{
    /// <summary>All outputs, nothing saved.</summary>
    public const string Inference = "inference";

    /// <summary>All outputs, and what the backward pass needs.</summary>
    public const string ForwardTrain = "forward-train";

    /// <summary>From the gradient of ones to the gradients of all weights.</summary>
    public const string Backward = "backward";

    /// <summary>Packing, forward, and backward.</summary>
    public const string Train = "train";

    /// <summary>In the order of the lines.</summary>
    public static IReadOnlyList<string> All { get; } = [Inference, ForwardTrain, Backward, Train];

    /// <summary>How many times a pass does the work of the forward products: a backward pass takes two products for each.</summary>
    public static int Factor(string pass) =>
        pass switch
        {
            Backward => 2,
            Train => 3,
            _ => 1,
        };
}
