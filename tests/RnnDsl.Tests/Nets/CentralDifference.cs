namespace RnnDsl.Tests.Nets;

/// <summary>Gradients of generated code against central differences of the reference execution, which runs in double precision.</summary>
internal static class CentralDifference
{
    /// <summary>Compares some gradients of each parameter.</summary>
    public static void AssertNear(string name, int rows, int units, int features, int steps)
    {
        var net = Nets.Make(name, features, units, NetTests.Targets);
        net.Scramble(seed: units);
        var batch = Example.Batch(rows, steps, features, NetTests.Targets, seed: rows);
        var gradient = net.Gradient(batch);
        var random = new Random(units);

        foreach (var item in net.Parameters.Items)
        {
            var expected = new double[3];
            var actual = new double[3];
            for (var i = 0; i < expected.Length; i++)
            {
                var place = Net.Place(item, random.Next(item.Length));
                expected[i] = Of(net, batch, place);
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

    /// <summary>
    /// By the 5-point formula, exact to the fourth power of the step. The step is a power of two, so that the parameter, a float,
    /// takes it exactly; and small, so that it rarely crosses a kink of a maximum.
    /// </summary>
    private static double Of(Net net, Example[] batch, int place)
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
