using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>The vectors that a stage's sums start from: a bias that is added to a sum and to nothing else.</summary>
internal sealed class StageBiases
{
    private readonly HashSet<string> sums = new(StringComparer.Ordinal);

    public StageBiases(FusedStage stage, EpilogueUses uses)
    {
        var biases = new string?[stage.Gates];
        var accumulators = stage.Epilogue.OfType<AccumulatorStep>().ToDictionary(a => a.Value, StringComparer.Ordinal);
        var vectors = stage
            .Epilogue.OfType<LoadParameterStep>()
            .Where(load => !load.IsScalar)
            .ToDictionary(load => load.Value, StringComparer.Ordinal);
        foreach (var sum in stage.Epilogue.OfType<ComputeStep>().Where(step => step.Op.IsSum))
        {
            var accumulator = sum.Arguments.FirstOrDefault(accumulators.ContainsKey);
            var vector = sum.Arguments.FirstOrDefault(vectors.ContainsKey);
            if (accumulator is null || vector is null || uses.CountOf(accumulator) > 1)
            {
                continue;
            }

            biases[accumulators[accumulator].Gate] = vectors[vector].Parameter;
            sums.Add(sum.Value);
        }

        Vectors = biases;
    }

    /// <summary>For each gate the vector that is added to its sum, or null.</summary>
    public IReadOnlyList<string?> Vectors { get; }

    /// <summary>Whether a step adds a bias to a sum, which has it already.</summary>
    public bool IsIn(ComputeStep step) => sums.Contains(step.Value);
}
