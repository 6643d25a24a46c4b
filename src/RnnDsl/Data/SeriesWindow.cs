namespace RnnDsl.Data;

/// <summary>One window of a series and what follows it, both views of the series.</summary>
/// <param name="Window">The values of the window, oldest first.</param>
/// <param name="Next">The values that follow it.</param>
public readonly record struct SeriesWindow(ReadOnlyMemory<float> Window, ReadOnlyMemory<float> Next);
