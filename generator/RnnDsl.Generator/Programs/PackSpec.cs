using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>
/// Weights packed for a product: for a panel of output units, for each k, the gates of those units side by side.
/// </summary>
/// <param name="Gates">
/// For each gate of the stage the matrix, or null: that gate takes nothing from this operand. Gates before the first and after
/// the last matrix are left out; one between them is packed as zeros.
/// </param>
/// <param name="Transposed">The product is with the transpose: the matrix is [Depth, Units].</param>
public sealed record PackSpec(string Name, Dim Units, Dim Depth, EquatableArray<PackedGate> Gates, bool Transposed)
{
    /// <summary>The first gate that has a matrix.</summary>
    public int First => Gates.Select((gate, i) => gate.Parameter is null ? Gates.Count : i).Min();

    /// <summary>The gate after the last that has a matrix.</summary>
    public int End => Gates.Select((gate, i) => gate.Parameter is null ? 0 : i + 1).Max();
}
