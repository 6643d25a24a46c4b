using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Windows;

namespace RnnDsl.Generator.Differentiation;

/// <summary>A linked declaration with its derivatives.</summary>
/// <param name="Train">A training's loss and gradients; null for others.</param>
public sealed record DifferentiatedDeclaration(LinkedDeclaration Linked, Graph? Train)
{
    /// <summary>The loss with the states that its windows carry on; null where they carry none.</summary>
    public CarriedLoss? Carried { get; init; }

    /// <summary>Whether the losses of a sequence's windows add up to that of the whole; otherwise that is their mean.</summary>
    public bool WindowsAddUp { get; init; }

    /// <summary>Whether neither holds: the loss grows with the number of steps, and not as a sum over them.</summary>
    public bool GrowsWithSteps { get; init; }
}
