using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>Finds for each line of an epilogue, from first to last, whether its value is known before the loop.</summary>
/// <param name="isKnown">Whether a slot is in memory for all steps before the loop.</param>
/// <param name="known">The values of lines above that are known.</param>
/// <param name="same">Those that are the same at every step.</param>
internal sealed class StepTimes(Func<BufferRef, bool> isKnown, HashSet<string> known, HashSet<string> same)
    : IEpilogueVisitor<StepTime>
{
    public StepTime Visit(AccumulatorStep step) => StepTime.Unknown;

    public StepTime Visit(ComputeStep step) =>
        // Marks of all steps would be as large as the vocabulary: they are rematerialised at each use.
        step.Op.IsMark || !step.Arguments.All(a => known.Contains(a) || same.Contains(a))
            ? StepTime.Unknown
        : step.Arguments.Any(known.Contains) ? StepTime.Known
        : StepTime.Same;

    public StepTime Visit(ConstStep step) => StepTime.Same;

    public StepTime Visit(LoadParameterStep step) => StepTime.Same;

    public StepTime Visit(LoadScalarStep step) => Of(step.Source);

    public StepTime Visit(LoadStep step) => Of(step.Source);

    public StepTime Visit(LoadTableStep step) => Of(step.Token);

    public StepTime Visit(MaskStep step) => step.Time is { } time ? Of(time) : StepTime.Unknown;

    // As large as a matrix for each step: the loop makes it where it is read.
    public StepTime Visit(RepeatStep step) => StepTime.Unknown;

    // The seed has a row for each example; for all steps ahead it would need one for each step of each example.
    public StepTime Visit(SeedStep step) => StepTime.Unknown;

    public StepTime Visit(SizeStep step) => step.Dim is null ? StepTime.Unknown : StepTime.Same;

    public StepTime Visit(StoreStep step) => StepTime.Unknown;

    public StepTime Visit(SumStep step) => StepTime.Unknown;

    private StepTime Of(BufferRef slot) => isKnown(slot) ? StepTime.Known : StepTime.Unknown;
}
