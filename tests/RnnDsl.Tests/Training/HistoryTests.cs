using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

public sealed class HistoryTests
{
    [Fact]
    public void PrintsATable()
    {
        var history = new History();
        history.Add(new(1, 0.5, 0.25, 1.5));
        history.Add(new(2, 0.123456789, null, 0.0004));
        Assert.Equal(
            """
            epoch        loss  validation  seconds
                1         0.5        0.25    1.500
                2     0.12346           -    0.000
            """,
            history.ToString(),
            ignoreLineEndingDifferences: true
        );
        Assert.Equal(1.5004, history.Seconds, 1e-9);
        Assert.Equal(2, history.Best!.Value.Epoch);
        Assert.Null(new History().Best);
    }
}
