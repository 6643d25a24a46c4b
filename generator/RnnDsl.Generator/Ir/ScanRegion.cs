namespace RnnDsl.Generator.Ir;

/// <summary>
/// A loop over time. The scan node's inputs are, in this order: the initial states, the sequences (sliced a step), the captures
/// (the same at every step); the body's <c>input</c> nodes have the same order. The body's outputs are: the next states, the
/// values stacked over time, the values summed over time. <c>result</c> nodes pick from the same list: a state's result is its
/// final value.
/// </summary>
/// <param name="Body">The equations of one step.</param>
/// <param name="States">How many values are carried from step to step.</param>
/// <param name="Sequences">How many sequences are read, a step at a time.</param>
/// <param name="Captures">How many values of the surrounding graph are read at every step.</param>
/// <param name="Stacked">How many values are kept for every step.</param>
/// <param name="Summed">How many values are summed over the steps.</param>
/// <param name="Reverse">Runs from the last step to the first.</param>
public sealed record ScanRegion(
    Graph Body,
    int States,
    int Sequences,
    int Captures,
    int Stacked,
    int Summed,
    bool Reverse
);
