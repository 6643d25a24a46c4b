using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Diagnostics;

/// <summary>What the lowering of a class has to say, and the places that later stages may have something to say about.</summary>
/// <param name="Class">The class's name.</param>
/// <param name="Origins">For each <see cref="Ir.Node.Origin"/> the place that it came from.</param>
public sealed record ClassReport(Place Class, EquatableArray<Finding> Findings, EquatableArray<Place> Origins)
{
    /// <summary>The field of a training that holds its model; of all else the class's name.</summary>
    public Place Model { get; init; } = Class;
}
