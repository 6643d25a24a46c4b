using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>A part of a sequence.</summary>
/// <param name="First">Its first step.</param>
/// <param name="Steps">The number of steps, at least 1.</param>
/// <param name="Total">Steps of the whole sequence.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Window(int First, int Steps, int Total);
