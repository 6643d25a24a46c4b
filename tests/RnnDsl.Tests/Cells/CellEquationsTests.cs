using RnnDsl.Cells;
using RnnDsl.Parameters;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Cells;

/// <summary>Each cell of one unit against its paper's equations, written out here with plain numbers.</summary>
public class CellEquationsTests
{
    private static readonly double[] Inputs = [0.5, -1.25, 2, 0.75];

    // Exact as floats are, because a parameter is one.
    private static readonly Dictionary<string, double> P = new(StringComparer.Ordinal)
    {
        ["Wxh"] = 0.7f,
        ["Whh"] = -0.9f,
        ["bh"] = 0.2f,
        ["Wxi"] = 0.3f,
        ["Wxf"] = -0.4f,
        ["Wxo"] = 0.6f,
        ["Wxc"] = 1.1f,
        ["Whi"] = 0.45f,
        ["Whf"] = 0.8f,
        ["Who"] = -0.35f,
        ["Whc"] = 0.55f,
        ["wci"] = 0.65f,
        ["wcf"] = -0.75f,
        ["wco"] = 0.85f,
        ["bi"] = -0.15f,
        ["bf"] = 1.05f,
        ["bo"] = 0.25f,
        ["bc"] = -0.05f,
        ["Wxz"] = 0.95f,
        ["Wxr"] = -0.65f,
        ["Whz"] = 0.35f,
        ["Whr"] = 1.15f,
        ["bz"] = 0.1f,
        ["br"] = -0.3f,
        ["Wxn"] = 0.9f,
        ["Whn"] = -1.2f,
        ["bn"] = 0.4f,
        ["bhn"] = -0.6f,
    };

    [Fact]
    public void A_simple_network_is_the_activation_of_input_and_state()
    {
        Func<double, double> Network(Func<double, double> activation)
        {
            var h = 0.0;
            return x => h = activation((P["Wxh"] * x) + (P["Whh"] * h) + P["bh"]);
        }

        var tanh = new SimpleRnn<In, State>(1, 1);
        AssertSteps(tanh.Parameters, tanh.Scan, Network(Math.Tanh));
        var relu = new ReluRnn<In, State>(1, 1);
        AssertSteps(relu.Parameters, relu.Scan, Network(x => x > 0 ? x : 0));
        var sigmoid = new SigmoidRnn<In, State>(1, 1);
        AssertSteps(sigmoid.Parameters, sigmoid.Scan, Network(Sigmoid));
    }

    [Fact]
    public void Lstm_gates_what_its_cell_forgets_takes_in_and_puts_out()
    {
        var (h, c) = (0.0, 0.0);
        var cell = new Lstm<In, State>(1, 1);
        AssertSteps(
            cell.Parameters,
            cell.Scan,
            x =>
            {
                var input = Sigmoid(Gate("i", x, h));
                var forget = Sigmoid(Gate("f", x, h));
                var output = Sigmoid(Gate("o", x, h));
                c = (forget * c) + (input * Math.Tanh(Gate("c", x, h)));
                return h = output * Math.Tanh(c);
            }
        );
    }

    [Fact]
    public void Peepholes_see_the_old_cell_and_the_output_gate_the_new_one()
    {
        var (h, c) = (0.0, 0.0);
        var cell = new PeepholeLstm<In, State>(1, 1);
        AssertSteps(
            cell.Parameters,
            cell.Scan,
            x =>
            {
                var newC =
                    (Sigmoid(Gate("f", x, h) + (P["wcf"] * c)) * c)
                    + (Sigmoid(Gate("i", x, h) + (P["wci"] * c)) * Math.Tanh(Gate("c", x, h)));
                h = Sigmoid(Gate("o", x, h) + (P["wco"] * newC)) * Math.Tanh(newC);
                c = newC;
                return h;
            }
        );
    }

    [Fact]
    public void Gru_resets_the_state_before_the_product()
    {
        var h = 0.0;
        var cell = new Gru<In, State>(1, 1);
        AssertSteps(
            cell.Parameters,
            cell.Scan,
            x =>
            {
                var z = Sigmoid(Gate("z", x, h));
                var r = Sigmoid(Gate("r", x, h));
                return h = ((1 - z) * h) + (z * Math.Tanh(Gate("h", x, r * h)));
            }
        );
    }

    [Fact]
    public void Gru_with_reset_after_resets_the_product_and_its_bias()
    {
        var h = 0.0;
        var cell = new GruResetAfter<In, State>(1, 1);
        AssertSteps(
            cell.Parameters,
            cell.Scan,
            x =>
            {
                var z = Sigmoid(Gate("z", x, h));
                var r = Sigmoid(Gate("r", x, h));
                var n = Math.Tanh((P["Wxn"] * x) + P["bn"] + (r * ((P["Whn"] * h) + P["bhn"])));
                return h = ((1 - z) * n) + (z * h);
            }
        );
    }

    private static double Gate(string gate, double x, double h) =>
        (P["Wx" + gate] * x) + (P["Wh" + gate] * h) + P["b" + gate];

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static void AssertSteps(
        ParameterStore parameters,
        Func<Seq<In>, Seq<State>> scan,
        Func<double, double> paper
    )
    {
        foreach (var item in parameters.Items)
        {
            parameters.Set(item.Name, [(float)P[item.Name]]);
        }

        var outputs = scan(new Seq<In>(Inputs, width: 1));
        for (var t = 0; t < Inputs.Length; t++)
        {
            Assert.Equal(paper(Inputs[t]), outputs[t][0], 1e-14);
        }
    }
}
