namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>Something that every net does, whatever it computes.</summary>
/// <param name="Name">What is checked, as a sentence.</param>
/// <param name="Find">What is wrong, or null.</param>
/// <param name="IsOfLarge">Whether it needs many units and rows, not a small net that the reference execution can run often.</param>
internal sealed record Check(string Name, Func<Subject, string?> Find, bool IsOfLarge = false)
{
    /// <summary>All checks, those whose failure says most first.</summary>
    public static IReadOnlyList<Check> All { get; } =
    [
        new("prediction is that of the reference", Forward.Prediction),
        new("loss is that of the reference", Forward.Loss),
        new("loss of a training step is that of the reference with its noise", Forward.TrainingLoss),
        new("gradients are central differences of the reference", Gradients.OfEachParameter),
        new("a stream gives the predictions of prefixes", Streams.Prefixes),
        new("streams side by side give the bits of streams alone", Streams.SideBySide),
        new("a window of all steps gives the bits of training without windows", Windows.Whole),
        new("windows give the bits of steps on cut samples", Windows.Cut),
        new("windows that go on have the loss of the whole", Carried.Evaluation),
        new("windows of a stream train the bits of windows of a sequence", Carried.Training),
        new("a loaded model predicts the same bits", Copies.Parameters),
        new("a loaded checkpoint goes on with the same bits", Copies.Checkpoint),
        new("an example alone is predicted with the bits that it has in a batch", Batches.Prediction, IsOfLarge: true),
        new("any number of threads predicts the same bits", ThreadCounts.Prediction, IsOfLarge: true),
        new("a batch has the mean loss of its samples", Batches.Loss, IsOfLarge: true),
        new("a batch has the mean gradient of its samples", Batches.Gradient, IsOfLarge: true),
        new("any number of threads trains the same bits", ThreadCounts.Training, IsOfLarge: true),
    ];
}
