namespace RnnDsl.Parameters;

/// <summary>Floats of a store that lie one after the other, from one multiple of 16 to another.</summary>
/// <param name="First">The first.</param>
/// <param name="Length">How many.</param>
internal readonly record struct ParameterRun(int First, int Length);
