using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Diagnostics;

/// <summary>The findings of the lowering of a class, and the locations that later stages may report at.</summary>
/// <param name="Class">The class's name.</param>
/// <param name="Origins">For each <see cref="Ir.Node.Origin"/> its location in the source.</param>
public sealed record ClassReport(Place Class, EquatableArray<Finding> Findings, EquatableArray<Place> Origins)
{
    /// <summary>The field of a training that holds its model; for other classes the class's name.</summary>
    public Place Model { get; init; } = Class;
}
