namespace RnnDsl.Data;

/// <summary>A series of several channels and the class that it belongs to.</summary>
/// <param name="Values">The channels' values, all of the first time step, then all of the second.</param>
/// <param name="Steps">The number of time steps, at least 1.</param>
/// <param name="Label">The text after the series: the name of its class, or a target; null if there is none.</param>
/// <param name="Class">The number of the class, from 0 in the order of the heading; -1 where it lists no classes.</param>
/// <param name="File">The file, for messages.</param>
/// <param name="Line">The number of the line, from 1.</param>
public readonly record struct SktimeSample(float[] Values, int Steps, string? Label, int Class, string File, int Line);
