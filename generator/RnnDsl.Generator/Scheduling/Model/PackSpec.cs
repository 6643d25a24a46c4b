using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>
/// Weights packed for a product: for a block of 16 output units, for each k, the gates of those units side by side.
/// </summary>
/// <param name="Gates">For each gate the matrix, or null: that gate takes nothing from this operand (packed as zeros).</param>
/// <param name="Transposed">The product is with the transpose: the matrix is [Depth, Units].</param>
public sealed record PackSpec(string Name, Dim Units, Dim Depth, EquatableArray<PackedGate> Gates, bool Transposed);
