using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>
/// Where the sums of a stage's products stand: the gates side by side in one tensor, so that an operand takes one call for all gates.
/// If products run ahead, or values stay in the place of their sum, there is room for all steps.
/// </summary>
internal sealed class StageSums
{
    private readonly FusedStage stage;
    private readonly Dictionary<int, string> homes;
    private readonly List<string> gates;
    private readonly HashSet<string> accumulatorsWithBias = [];

    /// <param name="stage">The stage.</param>
    /// <param name="isLoop">Whether it runs for each step.</param>
    /// <param name="isWhole">Whether it runs once for all of them.</param>
    /// <param name="homes">Buffers that are columns of the sums.</param>
    /// <param name="names">The fields so far.</param>
    /// <param name="take">Gives a name to one more.</param>
    public StageSums(
        FusedStage stage,
        bool isLoop,
        bool isWhole,
        Dictionary<int, string> homes,
        TensorNames names,
        Func<string, string> take
    )
    {
        (this.stage, this.homes) = (stage, homes);
        IsOverTime = isWhole || isLoop && (homes.Count > 0 || stage.Segments.Any(s => s.IsAhead));
        Field = take(Plain(stage.Name) + "_sums");
        gates = Enumerable
            .Range(0, stage.Gates)
            .Select(g =>
                homes.TryGetValue(g, out var buffer) ? names.Buffer(buffer)
                : stage.Gates == 1 ? Field
                : take(Field + "_" + CSharpText.Number(g))
            )
            .ToList();
        Biases = FindBiases();
        BiasField = Biases.Any(b => b is not null) ? take(Plain(stage.Name) + "_bias") : null;
    }

    /// <summary>The tensor of all gates.</summary>
    public string Field { get; }

    /// <summary>Whether there is room for all steps.</summary>
    public bool IsOverTime { get; }

    /// <summary>The slot of the current step.</summary>
    public TimeIndex Time => IsOverTime ? TimeIndex.Current : TimeIndex.None;

    /// <summary>For each gate the vector that is added to its sum, or null.</summary>
    public IReadOnlyList<string?> Biases { get; }

    /// <summary>The biases side by side; null if there are none.</summary>
    public string? BiasField { get; }

    public FusedStage Stage => stage;

    /// <summary>The tensor of a gate, a part of that of all.</summary>
    public string Gate(int gate) => gates[gate];

    /// <summary>The buffer that is a gate's column.</summary>
    public string? HomeOf(int gate) => homes.TryGetValue(gate, out var buffer) ? buffer : null;

    /// <summary>Whether a step adds a bias to a sum, which has it already.</summary>
    public bool IsBias(ComputeStep step) => accumulatorsWithBias.Contains(step.Value);

    private string?[] FindBiases()
    {
        var biases = new string?[stage.Gates];
        var accumulators = stage.Epilogue.OfType<AccumulatorStep>().ToDictionary(a => a.Value, StringComparer.Ordinal);
        var vectors = stage.Epilogue.OfType<LoadParameterStep>().ToDictionary(l => l.Value, StringComparer.Ordinal);
        var uses = new EpilogueUses(stage);
        foreach (var sum in stage.Epilogue.OfType<ComputeStep>().Where(step => step.Op.IsSum))
        {
            var accumulator = sum.Arguments.FirstOrDefault(accumulators.ContainsKey);
            var vector = sum.Arguments.FirstOrDefault(vectors.ContainsKey);
            if (accumulator is null || vector is null || uses.CountOf(accumulator) > 1)
            {
                continue;
            }

            biases[accumulators[accumulator].Gate] = vectors[vector].Parameter;
            accumulatorsWithBias.Add(sum.Value);
        }

        return biases;
    }

    private static string Plain(string name) => CSharpText.CamelCase(CSharpText.TypeName(name));
}
