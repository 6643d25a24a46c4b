namespace RnnDsl.Parameters;

/// <summary>A contiguous run of floats of a store, whose bounds are multiples of 16.</summary>
/// <param name="First">The first.</param>
/// <param name="Length">The number of floats.</param>
internal readonly record struct ParameterRun(int First, int Length);
