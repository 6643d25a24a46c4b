namespace RnnDsl.Tests.Nets;

/// <summary>The generated code against the reference execution of the same declaration.</summary>
public sealed class NetTests
{
    internal const int Targets = 3;

    /// <summary>Rows, units, features, steps: around the edges of tiles, lanes and blocks.</summary>
    public static TheoryData<string, int, int, int, int> Shapes() => Shapes(Nets.Names);

    internal static TheoryData<string, int, int, int, int> Shapes(IEnumerable<string> names)
    {
        var data = new TheoryData<string, int, int, int, int>();
        foreach (var name in names)
        {
            data.Add(name, 1, 1, 1, 1);
            data.Add(name, 1, 100, 7, 2);
            data.Add(name, 3, 7, 17, 5);
            data.Add(name, 32, 16, 1, 3);
            data.Add(name, 33, 50, 16, 2);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_generated_loss_is_the_reference_loss(string name, int rows, int units, int features, int steps)
    {
        var net = Nets.Make(name, features, units, Targets);
        net.Scramble(seed: units);
        var batch = Example.Batch(rows, steps, features, Targets, seed: rows);

        var expected = batch.Average(net.ReferenceLoss);

        Assert.Equal(expected, net.Loss(batch), 1e-5 * Math.Max(1, expected));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_prediction_is_that_of_the_reference(string name, int rows, int units, int features, int steps)
    {
        var net = Nets.Make(name, features, units, Targets);
        net.Scramble(seed: units);
        var batch = Example.Batch(rows, steps, features, Targets, seed: rows);

        Assert.All(
            batch.Zip(net.PredictAll(batch)),
            pair =>
                Assert.Equal(
                    net.ReferenceOutput(pair.First),
                    pair.Second.Select(number => (double)number),
                    (expected, actual) => Math.Abs(expected - actual) <= 1e-5 * Math.Max(1, Math.Abs(expected))
                )
        );
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Padding_lanes_get_no_gradient(string name, int rows, int units, int features, int steps)
    {
        var net = Nets.Make(name, features, units, Targets);
        net.Scramble(seed: units);
        var gradient = net.Gradient(Example.Batch(rows, steps, features, Targets, seed: rows));
        var inside = net
            .Parameters.Items.SelectMany(i => Enumerable.Range(0, i.Length).Select(n => Net.Place(i, n)))
            .ToHashSet();

        Assert.All(
            Enumerable.Range(0, gradient.Length).Where(i => !inside.Contains(i)),
            i => Assert.Equal(0, gradient[i])
        );
    }
}
