using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Linking;

/// <summary>A cell that was chosen for a type parameter.</summary>
/// <param name="Definition">Its definition.</param>
/// <param name="Dims">Its dims in the root's terms.</param>
internal sealed record LinkedCell(Definition Definition, IReadOnlyDictionary<string, Dim> Dims);
