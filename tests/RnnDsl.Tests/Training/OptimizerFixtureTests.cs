using System.Globalization;
using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

/// <summary>The optimizers against PyTorch 1.13; Fixtures/optimizers.py wrote the numbers and says what they are.</summary>
public sealed class OptimizerFixtureTests
{
    private static readonly Dictionary<string, Func<Optimizer>> cases = new(StringComparer.Ordinal)
    {
        ["sgd"] = () => new Sgd(0.1f),
        ["sgd momentum"] = () => new Sgd(0.1f, 0.9f),
        ["sgd nesterov"] = () => new Sgd(0.1f, 0.9f, nesterov: true),
        ["adam"] = () => new Adam(0.01f),
        ["adam betas"] = () => new Adam(0.01f, 0.5f, 0.75f, 1e-2f),
        ["rmsprop"] = () => new RmsProp(0.01f),
        ["rmsprop momentum"] = () => new RmsProp(0.01f, 0.99f, 0.5f, 1e-2f),
    };

    public static TheoryData<string> Names => [.. cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void StepsAsPyTorchDoes(string name)
    {
        var optimizer = cases[name]();
        var values = Enumerable.Range(0, 16).Select(i => (float)Math.Cos(i)).ToArray();
        for (var step = 0; step < 8; step++)
        {
            optimizer.Update(values, Gradients(step));
        }

        var expected = Expected(name);
        for (var i = 0; i < 16; i++)
        {
            Assert.True(
                Math.Abs(values[i] - expected[i]) <= 1e-6 * Math.Max(1, Math.Abs(expected[i])),
                $"{name}: expected {expected[i]:R} at {i}, got {values[i]:R}."
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GivesTheSameBitsInParts(string name)
    {
        var (whole, parts) = (cases[name](), cases[name]());
        var expected = Enumerable.Range(0, 48).Select(i => (float)Math.Cos(i)).ToArray();
        var actual = expected.ToArray();
        for (var step = 0; step < 3; step++)
        {
            float[] gradients = [.. Gradients(step), .. Gradients(step + 1), .. Gradients(step + 2)];
            whole.Update(expected, gradients);
            parts.Begin(48);
            parts.Apply(32, actual.AsSpan(32), gradients.AsSpan(32));
            parts.Apply(0, actual.AsSpan(0, 32), gradients.AsSpan(0, 32));
        }

        Assert.Equal(expected, actual);
    }

    private static float[] Gradients(int step) =>
        Enumerable.Range(0, 16).Select(i => (float)(Math.Sin(1 + 3 * step + i) * Math.Pow(10, i % 4 - 2))).ToArray();

    private static float[] Expected(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Fixtures", "optimizers.txt");
        var line = File.ReadLines(file).Single(line => line.StartsWith(name + "\t", StringComparison.Ordinal));
        return line.Split('\t').Skip(1).Select(text => float.Parse(text, CultureInfo.InvariantCulture)).ToArray();
    }
}
