namespace RnnDsl.Generator.Tests.Names;

/// <summary>The names that a user's things cannot have at a place, since a generated thing has them.</summary>
internal static class ClashingNames
{
    // C# allows each of them once in a class.
    private static readonly string[] OfModels = (
        "Dims Load MakeServing PackedWeights Parameters Predict PredictProgram Predicting Predictor Scope Serving Sizes Stream "
        + "StreamProgram StreamState Streaming StreamingRows Streams Threads Torch Trim serving"
    ).Split(' ');

    private static readonly string[] OfCells = [.. OfModels, "Final", "Scan", "State"];

    private static readonly string[] OfTrainings = (
        "BatchSize ClipNorm CreateProgram Epoch Epochs Evaluate Fit Gradients History KeepBest LearningRate LoadCheckpoint Model "
        + "Optimizer Order Parameters Patience Sample SaveCheckpoint Schedule Seed Shuffle Stateful Threads Torch TrainBatch "
        + "TrainProgram TrainWindow Truncate"
    ).Split(' ');

    // Arguments of a constructor, and the dims that the sources have.
    private static readonly string[] OfConstructors = "Scope scope Seed seed Hidden hidden Value value".Split(' ');

    private static readonly HashSet<string> OfRecords = new(
        "Clone Deconstruct Equals Finalize GetHashCode GetType MemberwiseClone PrintMembers ReferenceEquals Sample ToString".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    // The sources have methods of these names.
    private static readonly string[] OfMethods = ["Step", "Forward", "Loss"];

    /// <summary>For each place the names of members that the generator writes there.</summary>
    public static IReadOnlyDictionary<string, string[]> OfMembers { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["cell"] = OfCells,
            ["type parameter of a cell"] = OfCells,
            ["state"] = OfCells,
            ["parameter"] = OfCells,
            ["layer"] = OfModels,
            ["type parameter of a layer"] = OfModels,
            ["child"] = OfModels,
            ["array of layers"] = OfModels,
            ["method of a layer"] = OfModels,
            ["member that is no equation"] = OfModels,
            ["training"] = OfTrainings,
            ["model of a training"] = OfTrainings,
        };

    /// <summary>Whether a name is free at a place.</summary>
    public static bool IsFree(string place, string name) =>
        !OfMethods.Contains(name)
        && !(OfMembers.TryGetValue(place, out var taken) && taken.Contains(name))
        // A generated type hides one of that name in a class that has it in a field.
        && !(place is "dim" or "type around" or "layer" && (OfModels.Contains(name) || OfTrainings.Contains(name)))
        && !(place is "state" or "argument of a loss" or "dim" && OfRecords.Contains(name))
        && !(IsDim(place) && OfConstructors.Contains(name))
        && !(IsType(place) && name == "var");

    private static bool IsDim(string place) =>
        place == "dim" || place.StartsWith("type parameter", StringComparison.Ordinal);

    private static bool IsType(string place) =>
        IsDim(place) || place is "cell" or "layer" or "training" || place.StartsWith("type", StringComparison.Ordinal);
}
