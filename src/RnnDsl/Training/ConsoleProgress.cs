using System.Diagnostics;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <summary>
/// Draws training's progress as a bar with the loss and the time left, on one line of the terminal. If the output is
/// redirected, it writes plain lines instead: about ten over the whole training. Dispose it to end the line that it draws on.
/// </summary>
public sealed class ConsoleProgress : IProgress<TrainingProgress>, IDisposable
{
    private const int WidestBar = 24;

    /// <summary>About the length of the longest line without its bar: the columns that the bar must leave free.</summary>
    private const int TextWidth = 64;
    private const int DefaultColumns = 80;
    private const int PlainLines = 10;
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter output;
    private readonly bool isTerminal;
    private readonly int columns;
    private long lastDrawn;
    private int lastLength;
    private int lastTenth = -1;

    /// <summary>Creates the progress display.</summary>
    /// <param name="output">Where to write; the console's error stream if null, so that results on the output stay clean.</param>
    /// <param name="isTerminal">Whether a line can be overwritten; detected if null.</param>
    public ConsoleProgress(TextWriter? output = null, bool? isTerminal = null)
    {
        this.output = output ?? Console.Error;
        this.isTerminal = isTerminal ?? (output is null && !Console.IsErrorRedirected);
        columns = output is null && this.isTerminal ? TerminalColumns() : DefaultColumns;
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        if (isTerminal)
        {
            Draw(value);
        }
        else if (value.IsEpochEnd)
        {
            Write(value);
        }
    }

    /// <summary>Ends the line of the bar, if there is one.</summary>
    public void Dispose()
    {
        if (lastLength > 0)
        {
            output.WriteLine();
            lastLength = 0;
        }
    }

    private void Draw(TrainingProgress value)
    {
        // The first and the last are always drawn; those between are throttled, so that drawing costs little.
        if (lastLength > 0 && !value.IsEnd && Stopwatch.GetElapsedTime(lastDrawn) < pause)
        {
            return;
        }

        lastDrawn = Stopwatch.GetTimestamp();
        var line =
            Bar((value.Epoch - 1 + ((value.Batch + value.BatchPart) / value.Batches)) / value.Epochs) + Describe(value);
        if (line.Length >= columns)
        {
            // A line that wraps could not be overwritten.
            line = line[..Math.Max(columns - 1, 1)];
        }

        output.Write("\r" + line.PadRight(lastLength));
        lastLength = line.Length;
        if (value.IsEnd)
        {
            Dispose();
        }
    }

    private string Bar(double done)
    {
        var width = Math.Min(columns - TextWidth, WidestBar);
        var full = (int)(done * width);
        return width < 4 ? "" : $"[{new string('#', full)}{new string('-', width - full)}]  ";
    }

    private void Write(TrainingProgress value)
    {
        var tenth = (int)((long)value.Epoch * PlainLines / value.Epochs);
        if (tenth != lastTenth || value.IsEnd)
        {
            lastTenth = tenth;
            output.WriteLine(Describe(value));
        }
    }

    private static string Describe(TrainingProgress value)
    {
        var validation = value.ValidationLoss is { } loss ? Invariant($"  validation {loss:G4}") : "";
        var time =
            value.IsEnd ? $"  {Duration(value.Elapsed)} in all"
            : value.Remaining is { } left ? $"  {Duration(left)} left"
            : "";
        return Invariant($"epoch {value.Epoch}/{value.Epochs}  loss {value.Loss:G4}{validation}{time}");
    }

    private static string Duration(TimeSpan time) =>
        time.TotalSeconds < 60 ? Invariant($"{time.TotalSeconds:F1} s")
        : time.TotalHours < 1 ? Invariant($"{time.Minutes}:{time.Seconds:D2}")
        : Invariant($"{(int)time.TotalHours}:{time.Minutes:D2}:{time.Seconds:D2}");

    private static int TerminalColumns()
    {
        try
        {
            // 0 if the terminal does not report it.
            return Console.WindowWidth is > 0 and var width ? width : DefaultColumns;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return DefaultColumns;
        }
    }
}
