namespace RnnDsl.Tests.Nets;

/// <summary>
/// The generated code against the reference execution of the same declaration, and its gradients against central differences
/// of that reference, which runs in double precision.
/// </summary>
public sealed class NetTests
{
    private const int Targets = 3;

    /// <summary>Rows, units, features, steps: around the edges of tiles, lanes and blocks.</summary>
    public static TheoryData<string, int, int, int, int> Shapes()
    {
        var data = new TheoryData<string, int, int, int, int>();
        foreach (var name in Nets.Names)
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
    public void Generated_gradients_are_central_differences_of_the_reference(
        string name,
        int rows,
        int units,
        int features,
        int steps
    )
    {
        var net = Nets.Make(name, features, units, Targets);
        net.Scramble(seed: units);
        var batch = Example.Batch(rows, steps, features, Targets, seed: rows);
        var gradient = net.Gradient(batch);
        var random = new Random(units);

        foreach (var item in net.Parameters.Items)
        {
            var expected = new double[3];
            var actual = new double[3];
            for (var i = 0; i < expected.Length; i++)
            {
                var place = Net.Place(item, random.Next(item.Length));
                expected[i] = CentralDifference(net, batch, place);
                actual[i] = gradient[place];
            }

            for (var i = 0; i < expected.Length; i++)
            {
                Assert.True(
                    Math.Abs(expected[i] - actual[i]) < 2e-5 * Math.Max(0.1, Math.Abs(expected[i])),
                    $"{item.Name}: the difference quotient is {expected[i]:g6}, the gradient is {actual[i]:g6}"
                );
            }
        }
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

    /// <summary>
    /// By the 5-point formula, exact to the fourth power of the step. The step is a power of two, so that the parameter, a float,
    /// takes it exactly; and small, so that it rarely crosses a kink of a maximum.
    /// </summary>
    private static double CentralDifference(Net net, Example[] batch, int place)
    {
        var saved = net.Parameters.Values[place];
        var step = MathF.Pow(2, -18);
        double At(int steps)
        {
            net.Parameters.Values[place] = saved + steps * step;
            net.Parameters.Changed();
            return net.NoisyLoss(batch);
        }

        // The float nearest to the shifted parameter is what the loss sees: the divisor is the shift that really happened.
        var near = At(1) - At(-1);
        var nearShift = (double)(saved + step) - (saved - step);
        var far = At(2) - At(-2);
        var farShift = (double)(saved + 2 * step) - (saved - 2 * step);
        net.Parameters.Values[place] = saved;
        net.Parameters.Changed();
        return (4 * near / nearShift - far / farShift) / 3;
    }
}
