using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Windows;

/// <summary>A loss on one window of a sequence, whose loops go on from the window before.</summary>
/// <param name="Graph">
/// Its inputs are those of the loss, and then a state each loop starts from; where <paramref name="HasStart"/>, the last one is 1 in
/// a sequence's first window and 0 in the others. Its outputs are the loss, and then the states after the window.
/// </param>
/// <param name="States">How many states are carried.</param>
/// <param name="HasStart">Whether a loop starts from other states than zeros.</param>
public sealed record CarriedLoss(Graph Graph, int States, bool HasStart);
