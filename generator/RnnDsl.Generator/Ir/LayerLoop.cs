namespace RnnDsl.Generator.Ir;

/// <summary>
/// A <c>foreach</c> over an array of layers, until the linker unrolls it, a turn for each layer. The node's inputs are the values
/// that are carried from turn to turn, then what the turns read of the surrounding graph; the body's <c>input</c> nodes have the same
/// order. The body's outputs are the values after a turn, and <c>result</c> nodes pick those after the last one.
/// </summary>
/// <param name="Layer">The name of the layer of the turn: calls in the body name it <c>rest[layer].Scan</c>.</param>
/// <param name="Array">The field that is looped over.</param>
/// <param name="Body">The equations of one turn.</param>
public sealed record LayerLoop(string Layer, string Array, Graph Body);
