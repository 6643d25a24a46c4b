using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

public sealed class ConsoleProgressTests
{
    [Fact]
    public void RedirectedOutputGetsAFewPlainLines()
    {
        using var output = new StringWriter();
        using (var progress = new ConsoleProgress(output))
        {
            Report(progress, epochs: 200);
        }

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(11, lines.Length);
        Assert.Equal("epoch 1/200  loss 1  validation 0.5  3:19 left", lines[0].TrimEnd());
        Assert.Equal("epoch 200/200  loss 0.005  validation 0.5  3:20 in all", lines[^1].TrimEnd());
        Assert.DoesNotContain('\r', output.ToString().Replace(output.NewLine, "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void ATerminalGetsOneLineThatIsDrawnOver()
    {
        using var output = new StringWriter();
        using var progress = new ConsoleProgress(output, isTerminal: true);
        Report(progress, epochs: 4);
        var text = output.ToString().Replace(output.NewLine, "\n", StringComparison.Ordinal);
        Assert.Equal(1, text.Count(c => c == '\n'));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var drawn = text.TrimEnd('\n').Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("[##--------------]  epoch 1/4  loss 1  7.0 s left", drawn[0]);
        Assert.Equal("[################]  epoch 4/4  loss 0.25  validation 0.5  4.0 s in all", drawn[^1].TrimEnd());
        Assert.True(drawn.Length < 8);
        Assert.All(drawn, line => Assert.True(line.Length < 80));
    }

    [Fact]
    public void DisposingEndsALineThatWasLeftOpen()
    {
        using var output = new StringWriter();
        var progress = new ConsoleProgress(output, isTerminal: true);
        progress.Report(new(1, 4, 1, 2, 1, null));
        progress.Dispose();
        progress.Dispose();
        Assert.Equal(1, output.ToString().Count(c => c == '\n'));
    }

    private static void Report(ConsoleProgress progress, int epochs)
    {
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var (elapsed, left) = (TimeSpan.FromSeconds(epoch), TimeSpan.FromSeconds(epochs - epoch));
            progress.Report(
                new(epoch, epochs, 1, 2, 1.0 / epoch, null, elapsed, left + left + TimeSpan.FromSeconds(1))
            );
            progress.Report(new(epoch, epochs, 2, 2, 1.0 / epoch, 0.5, elapsed, left, epoch == epochs));
        }
    }
}
