namespace RnnDsl.Generator.Definitions;

/// <summary>The arguments of <c>[Training]</c>; null where the user left one out.</summary>
/// <param name="Optimizer">The optimizer's type in C#, fully qualified.</param>
/// <param name="Model">Name of the field that holds the model.</param>
public sealed record TrainingOptions(
    string Optimizer,
    float? LearningRate,
    int? BatchSize,
    int? Epochs,
    float? ClipNorm,
    string Model
)
{
    /// <summary>Steps of a window, or null.</summary>
    public int? Truncate { get; init; }

    /// <summary>Whether states are carried from window to window.</summary>
    public bool Stateful { get; init; }

    /// <summary>Whether the weight of a sample is its number of steps.</summary>
    public bool WeighsSteps { get; init; }
}
