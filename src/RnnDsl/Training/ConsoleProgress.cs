using System.Diagnostics;
using System.Globalization;

namespace RnnDsl.Training;

/// <summary>
/// Draws training's progress as a bar with the loss and the time left, on one line of the terminal. Where the output is
/// redirected it writes plain lines instead: about ten over the whole training. Dispose it to end the line that it draws on.
/// </summary>
public sealed class ConsoleProgress : IProgress<TrainingProgress>, IDisposable
{
    private const int BarWidth = 24;
    private const int PlainLines = 10;
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter output;
    private readonly bool isTerminal;
    private long lastDrawn;
    private int lastLength;
    private int lastTenth = -1;

    /// <summary>Creates the progress display.</summary>
    /// <param name="output">Where to write; the console's error stream if null, so that results on the output stay clean.</param>
    /// <param name="isTerminal">Whether a line can be drawn over; found out if null.</param>
    public ConsoleProgress(TextWriter? output = null, bool? isTerminal = null)
    {
        this.output = output ?? Console.Error;
        this.isTerminal = isTerminal ?? (output is null && !Console.IsErrorRedirected);
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

    /// <summary>Ends the line that the bar stands on, if there is one.</summary>
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
        // The first and the last are always drawn; what comes between waits, so that drawing costs nothing.
        if (lastLength > 0 && !value.IsEnd && Stopwatch.GetElapsedTime(lastDrawn) < pause)
        {
            return;
        }

        lastDrawn = Stopwatch.GetTimestamp();
        var done = (value.Epoch - 1 + (double)value.Batch / value.Batches) / value.Epochs;
        var full = (int)(done * BarWidth);
        var bar = new string('#', full) + new string('-', BarWidth - full);
        var line = string.Create(CultureInfo.InvariantCulture, $"[{bar}] {(int)(100 * done), 3}%  {Describe(value)}");
        output.Write("\r" + line.PadRight(lastLength));
        lastLength = line.Length;
        if (value.IsEnd)
        {
            Dispose();
        }
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
        var validation = value.ValidationLoss is { } loss
            ? string.Create(CultureInfo.InvariantCulture, $"  validation {loss:G4}")
            : "";
        var time = value.IsEnd ? $"{Duration(value.Elapsed)} in all" : $"{Duration(value.Remaining)} left";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {value.Epoch}/{value.Epochs}  loss {value.Loss:G4}{validation}  {time}"
        );
    }

    private static string Duration(TimeSpan time) =>
        time.TotalSeconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s")
        : time.TotalHours < 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:D2} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:D2} min");
}
