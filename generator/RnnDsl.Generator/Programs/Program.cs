using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>
/// Everything that a printer needs to know. Rows of the batch are independent through all regions; gradients come after a barrier.
/// </summary>
/// <param name="Dims">The dims that appear, in the order of the model's constructor.</param>
/// <param name="Parameters">Path and type of each parameter that is used.</param>
/// <param name="Outputs">Results (prediction, loss, next states of a stream), in order.</param>
/// <param name="Notes">Choices that the scheduler made, with the reason, for the header.</param>
public sealed record Program(
    string Name,
    EquatableArray<NamedType> Parameters,
    EquatableArray<ProgramInput> Inputs,
    EquatableArray<ProgramOutput> Outputs,
    EquatableArray<BufferSpec> Buffers,
    EquatableArray<PackSpec> Packs,
    EquatableArray<Region> Forward,
    EquatableArray<Region> Backward,
    EquatableArray<ParameterGradient> Gradients,
    EquatableArray<string> Notes
)
{
    /// <summary>Whether it is a training's, whose loss need not depend on any parameter.</summary>
    public bool IsTraining { get; init; }

    /// <summary>The matrices that are computed of parameters alone; they, or their parts, are among <see cref="Parameters"/>.</summary>
    public DerivedMatrices Derived { get; init; } = DerivedMatrices.None;

    /// <summary>The most gates of a stage that the target has accumulators for.</summary>
    public int Accumulators { get; init; } = int.MaxValue;

    /// <summary>Whether the losses of a sequence's windows add up to that of the whole; otherwise that is their mean.</summary>
    public bool WindowsAddUp { get; init; }

    /// <summary>Whether neither holds: a training's loss grows with the number of steps, and not as a sum over them.</summary>
    public bool GrowsWithSteps { get; init; }

    /// <summary>The states that a training carries from window to window.</summary>
    public EquatableArray<CarriedState> Carried { get; init; } = EquatableArray<CarriedState>.Empty;

    /// <summary>The buffer that is 1 in a sequence's first window and 0 in the others; null where nothing needs it.</summary>
    public string? Start { get; init; }

    /// <summary>
    /// The buffers of the results that callers read. Of a training that is the loss alone: the other outputs are states, which the
    /// next window starts from.
    /// </summary>
    public IEnumerable<string> ResultBuffers =>
        (IsTraining ? Outputs.Take(1) : Outputs).Select(output => output.Source.Buffer).Distinct();

    /// <summary>All regions, in the order in which they run.</summary>
    public IEnumerable<Region> Regions => Forward.Concat(Backward);

    /// <summary>The program with each region replaced by another.</summary>
    public Program MapRegions(Func<Region, Region> change) =>
        this with
        {
            Forward = Forward.Select(change).ToEquatableArray(),
            Backward = Backward.Select(change).ToEquatableArray(),
        };

    /// <summary>The memory that is allocated for the buffers.</summary>
    public IEnumerable<MemorySpec> Memory =>
        Buffers
            .GroupBy(buffer => buffer.Memory, StringComparer.Ordinal)
            .Select(group => new MemorySpec(
                group.Key,
                group.Max(buffer => buffer.Kind),
                group.First().Width,
                group.Select(buffer => buffer.Name).ToEquatableArray()
            ));
}
