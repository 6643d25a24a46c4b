using RnnDsl.Inference;
using RnnDsl.Parameters;
using RnnDsl.Tests.Fixtures;
using Xunit;

namespace RnnDsl.Tests.Parity;

/// <summary>The cells that PyTorch has too, against what PyTorch computes (<c>Fixtures/make_fixtures.py</c>).</summary>
public sealed class PyTorchParityTests
{
    public static TheoryData<int, int> Sizes => new() { { 3, 5 }, { 2, 17 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void SimpleRnn_IsTheRnnOfPyTorchWithTanh(int x, int h)
    {
        var fixture = Fixture.Read("rnn-tanh", x, h);
        var training = new TanhParity(new TanhNet(features: x, units: h, places: Places(fixture)));
        var net = training.Model;
        Load(net.Parameters, PyTorchNames.Rnn, fixture);

        CheckOutputs(fixture, n => net.Forward(Reference(fixture, n)).ToArray(), n => net.Predict(OneHot(fixture, n)));
        var samples = Samples(fixture, (places, coefficients) => new TanhParity.Sample(places, coefficients));
        CheckGradients(fixture, training.Gradients(samples), PyTorchNames.Rnn);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ReluRnn_IsTheRnnOfPyTorchWithRelu(int x, int h)
    {
        var fixture = Fixture.Read("rnn-relu", x, h);
        var training = new ReluParity(new ReluNet(features: x, units: h, places: Places(fixture)));
        var net = training.Model;
        Load(net.Parameters, PyTorchNames.Rnn, fixture);

        CheckOutputs(fixture, n => net.Forward(Reference(fixture, n)).ToArray(), n => net.Predict(OneHot(fixture, n)));
        var samples = Samples(fixture, (places, coefficients) => new ReluParity.Sample(places, coefficients));
        CheckGradients(fixture, training.Gradients(samples), PyTorchNames.Rnn);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Lstm_IsTheLstmOfPyTorch(int x, int h)
    {
        var fixture = Fixture.Read("lstm", x, h);
        var training = new LstmParity(new LstmNet(features: x, units: h, places: Places(fixture)));
        var net = training.Model;
        Load(net.Parameters, PyTorchNames.Lstm, fixture);

        CheckOutputs(fixture, n => net.Forward(Reference(fixture, n)).ToArray(), n => net.Predict(OneHot(fixture, n)));
        var samples = Samples(fixture, (places, coefficients) => new LstmParity.Sample(places, coefficients));
        CheckGradients(fixture, training.Gradients(samples), PyTorchNames.Lstm);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void GruResetAfter_IsTheGruOfPyTorch(int x, int h)
    {
        var fixture = Fixture.Read("gru", x, h);
        var training = new GruParity(new GruNet(features: x, units: h, places: Places(fixture)));
        var net = training.Model;
        Load(net.Parameters, PyTorchNames.Gru, fixture);

        CheckOutputs(fixture, n => net.Forward(Reference(fixture, n)).ToArray(), n => net.Predict(OneHot(fixture, n)));
        var samples = Samples(fixture, (places, coefficients) => new GruParity.Sample(places, coefficients));
        CheckGradients(fixture, training.Gradients(samples), PyTorchNames.Gru);
    }

    private static void Load(
        ParameterStore parameters,
        IReadOnlyList<(string Ours, string[] Theirs)> names,
        Fixture fixture
    )
    {
        foreach (var (ours, theirs) in names)
        {
            var values = new float[parameters["rnn." + ours].Length];
            foreach (var name in theirs)
            {
                var floats = fixture[name].Floats;
                Assert.Equal(values.Length, floats.Length);
                for (var i = 0; i < floats.Length; i++)
                {
                    values[i] += floats[i];
                }
            }

            parameters.Set("rnn." + ours, values);
        }

        // Each column is one step of one example.
        var inputs = parameters["inputs"].ToArray();
        var places = Places(fixture);
        for (var n = 0; n < fixture.Examples; n++)
        {
            var table = fixture[$"inputs.{n}"];
            for (var i = 0; i < table.Values.Length; i++)
            {
                var (step, feature) = Math.DivRem(i, table.Columns);
                inputs[feature * places + n * table.Rows + step] = (float)table.Values[i];
            }
        }
        parameters.Set("inputs", inputs);
    }

    private delegate Prediction Predict(int example);

    private static void CheckOutputs(Fixture fixture, Func<int, double[]> reference, Predict generated)
    {
        for (var n = 0; n < fixture.Examples; n++)
        {
            var expected = fixture[$"outputs.{n}"].Values;
            AssertClose($"output of example {n}, reference", expected, reference(n));
            AssertClose($"output of example {n}, generated", expected, Doubles(generated(n).Values));
        }
    }

    private static void CheckGradients(
        Fixture fixture,
        ParameterGradients gradients,
        IReadOnlyList<(string Ours, string[] Theirs)> names
    )
    {
        foreach (var (ours, theirs) in names)
        {
            // The derivative by a sum of two biases is the derivative by either.
            AssertClose(ours, fixture["gradient." + theirs[0]].Values, Doubles(gradients["rnn." + ours]));
        }

        var inputs = gradients["inputs"];
        var places = Places(fixture);
        for (var n = 0; n < fixture.Examples; n++)
        {
            var table = fixture[$"gradient.inputs.{n}"];
            var actual = new double[table.Values.Length];
            for (var i = 0; i < actual.Length; i++)
            {
                var (step, feature) = Math.DivRem(i, table.Columns);
                actual[i] = inputs[feature * places + n * table.Rows + step];
            }
            AssertClose($"inputs of example {n}", table.Values, actual);
        }
    }

    private static void AssertClose(string name, double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var allowed = 1e-5 * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= allowed,
                $"{name}[{i}]: PyTorch says {expected[i]}, got {actual[i]}"
            );
        }
    }

    private static int Places(Fixture fixture) => fixture.Examples * fixture["inputs.0"].Rows;

    private static T[] Samples<T>(Fixture fixture, Func<float[], float[], T> sample) =>
        [
            .. Enumerable
                .Range(0, fixture.Examples)
                .Select(n => sample(OneHot(fixture, n), fixture[$"coefficients.{n}"].Floats)),
        ];

    private static Seq<Places> Reference(Fixture fixture, int example) =>
        new(OneHot(fixture, example), Places(fixture));

    private static float[] OneHot(Fixture fixture, int example)
    {
        var steps = fixture["inputs.0"].Rows;
        var places = Places(fixture);
        var values = new float[steps * places];
        for (var t = 0; t < steps; t++)
        {
            values[t * places + example * steps + t] = 1;
        }
        return values;
    }

    private static double[] Doubles(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), x => (double)x);
}
