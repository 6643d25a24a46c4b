namespace RnnDsl.Data;

/// <summary>One window of a series and what follows it, both views of the series.</summary>
/// <param name="Window">The values of the window, oldest step first; those of one step side by side.</param>
/// <param name="Next">The values of the steps that follow it.</param>
public readonly record struct SeriesWindow(ReadOnlyMemory<float> Window, ReadOnlyMemory<float> Next);
