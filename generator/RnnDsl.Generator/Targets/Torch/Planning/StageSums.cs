using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>
/// Where the sums of a stage's products are: the gates side by side in one tensor, so that an operand takes one call for all gates.
/// If products run ahead, or values stay in the place of their sum, there is room for all steps.
/// </summary>
internal sealed class StageSums
{
    private readonly List<string> gates;

    /// <param name="epilogue">The stage's epilogue, which knows the buffers that are columns of the sums.</param>
    /// <param name="biases">The vectors that the sums start from.</param>
    /// <param name="isOverTime">Whether there is room for all steps.</param>
    /// <param name="names">The fields so far; the sums get names among them.</param>
    public StageSums(EpiloguePlan epilogue, StageBiases biases, bool isOverTime, TensorNames names)
    {
        Stage = epilogue.Stage;
        IsOverTime = isOverTime;
        Field = names.Take(Plain(Stage.Name) + "_sums");
        gates = Enumerable
            .Range(0, Stage.Gates)
            .Select(g =>
                epilogue.Homes.TryGetValue(g, out var buffer) ? names.Buffer(buffer)
                : Stage.Gates == 1 ? Field
                : names.Take(Field + "_" + CSharpText.Number(g))
            )
            .ToList();
        Biases = biases.Vectors;
        BiasField = Biases.Any(b => b is not null) ? names.Take(Plain(Stage.Name) + "_bias") : null;
    }

    public FusedStage Stage { get; }

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

    /// <summary>The tensor of a gate, a part of that of all.</summary>
    public string Gate(int gate) => gates[gate];

    private static string Plain(string name) => CSharpText.CamelCase(CSharpText.TypeName(name));
}
