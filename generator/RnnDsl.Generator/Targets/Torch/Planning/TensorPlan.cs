using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>How a program runs on tensors: everything that is decided before the first line is printed.</summary>
/// <param name="Program">The program, with what runs ahead of its loops.</param>
/// <param name="Names">The fields of the printed class.</param>
/// <param name="Forward">The regions of the forward pass.</param>
/// <param name="Backward">The regions of the backward pass.</param>
/// <param name="Gradients">How the gradients of parameters are summed.</param>
/// <param name="Operands">Which tensors products read.</param>
/// <param name="Derived">The matrices that are computed of parameters.</param>
internal sealed record TensorPlan(
    Program Program,
    TensorNames Names,
    IReadOnlyList<TensorRegion> Forward,
    IReadOnlyList<TensorRegion> Backward,
    GradientCalls Gradients,
    OperandPlan Operands,
    DerivedPlan Derived
)
{
    /// <summary>The sums of all stages, in the order of their fields.</summary>
    public IReadOnlyList<StageSums> Sums { get; init; } = [];

    /// <summary>The matrices that products read.</summary>
    public IReadOnlyList<PackSpec> Packs { get; init; } = [];

    /// <summary>The widths of vectors that are compared with the numbers of their units.</summary>
    public IReadOnlyList<Dim> MarkWidths { get; init; } = [];
}
