using RnnDsl.RandomNumbers;

namespace RnnDsl.Tests.RandomNumbers;

public class BoxMullerTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(1002)]
    public void Numbers_are_those_of_the_formula_one_by_one(int count)
    {
        var uniform = new RandomStream(5, RandomPurpose.Data);
        var numbers = Enumerable.Range(0, count).Select(_ => uniform.NextDouble()).ToArray();
        BoxMuller.Transform(numbers);
        var normal = new RandomStream(5, RandomPurpose.Data);
        Assert.All(numbers, number => Assert.Equal(normal.NextNormal(), number, 1e-14));
    }

    [Fact]
    public void The_ends_of_the_interval_and_the_quarters_of_a_turn_are_right()
    {
        const double last = 1 - (1.0 / (1UL << 53));
        foreach (var first in (double[])[0, 1e-300, 0.25, 0.5, 1 - Math.Sqrt(0.5), last])
        {
            foreach (var turn in (double[])[0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 0.1249999, 0.1250001, last])
            {
                var radius = Math.Sqrt(-2 * Math.Log(1 - first));
                double[] numbers = [first, turn];
                BoxMuller.Transform(numbers);
                Assert.Equal(radius * Math.Cos(2 * Math.PI * turn), numbers[0], 1e-14);
                Assert.Equal(radius * Math.Sin(2 * Math.PI * turn), numbers[1], 1e-14);
            }
        }
    }
}
