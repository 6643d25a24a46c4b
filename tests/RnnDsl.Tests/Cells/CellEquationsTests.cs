using RnnDsl.Cells;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Cells;

/// <summary>Each cell of one unit against its paper's equations, written out here with plain numbers.</summary>
public class CellEquationsTests
{
    private static readonly double[] Inputs = [0.5, -1.25, 2, 0.75];

    private static readonly Dictionary<string, double> P = new(StringComparer.Ordinal)
    {
        ["Wxh"] = 0.7,
        ["Whh"] = -0.9,
        ["bh"] = 0.2,
        ["Wxi"] = 0.3,
        ["Wxf"] = -0.4,
        ["Wxo"] = 0.6,
        ["Wxc"] = 1.1,
        ["Whi"] = 0.45,
        ["Whf"] = 0.8,
        ["Who"] = -0.35,
        ["Whc"] = 0.55,
        ["wci"] = 0.65,
        ["wcf"] = -0.75,
        ["wco"] = 0.85,
        ["bi"] = -0.15,
        ["bf"] = 1.05,
        ["bo"] = 0.25,
        ["bc"] = -0.05,
        ["Wxz"] = 0.95,
        ["Wxr"] = -0.65,
        ["Whz"] = 0.35,
        ["Whr"] = 1.15,
        ["bz"] = 0.1,
        ["br"] = -0.3,
        ["Wxn"] = 0.9,
        ["Whn"] = -1.2,
        ["bn"] = 0.4,
        ["bhn"] = -0.6,
    };

    [Fact]
    public void A_simple_network_is_the_activation_of_input_and_state()
    {
        foreach (
            var (cell, activation) in ((Type, Func<double, double>)[])
                [
                    (typeof(SimpleRnn<,>), Math.Tanh),
                    (typeof(ReluRnn<,>), x => x > 0 ? x : 0),
                    (typeof(SigmoidRnn<,>), Sigmoid),
                ]
        )
        {
            var h = 0.0;
            AssertSteps(cell, x => h = activation((P["Wxh"] * x) + (P["Whh"] * h) + P["bh"]), "h");
        }
    }

    [Fact]
    public void Lstm_gates_what_its_cell_forgets_takes_in_and_puts_out()
    {
        var (h, c) = (0.0, 0.0);
        AssertSteps(
            typeof(Lstm<,>),
            x =>
            {
                var input = Sigmoid(Gate("i", x, h));
                var forget = Sigmoid(Gate("f", x, h));
                var output = Sigmoid(Gate("o", x, h));
                c = (forget * c) + (input * Math.Tanh(Gate("c", x, h)));
                return h = output * Math.Tanh(c);
            },
            "h",
            "c"
        );
    }

    [Fact]
    public void Peepholes_see_the_old_cell_and_the_output_gate_the_new_one()
    {
        var (h, c) = (0.0, 0.0);
        AssertSteps(
            typeof(PeepholeLstm<,>),
            x =>
            {
                var newC =
                    (Sigmoid(Gate("f", x, h) + (P["wcf"] * c)) * c)
                    + (Sigmoid(Gate("i", x, h) + (P["wci"] * c)) * Math.Tanh(Gate("c", x, h)));
                h = Sigmoid(Gate("o", x, h) + (P["wco"] * newC)) * Math.Tanh(newC);
                c = newC;
                return h;
            },
            "h",
            "c"
        );
    }

    [Fact]
    public void Gru_resets_the_state_before_the_product()
    {
        var h = 0.0;
        AssertSteps(
            typeof(Gru<,>),
            x =>
            {
                var z = Sigmoid(Gate("z", x, h));
                var r = Sigmoid(Gate("r", x, h));
                return h = ((1 - z) * h) + (z * Math.Tanh(Gate("h", x, r * h)));
            },
            "h"
        );
    }

    [Fact]
    public void Gru_with_reset_after_resets_the_product_and_its_bias()
    {
        var h = 0.0;
        AssertSteps(
            typeof(GruResetAfter<,>),
            x =>
            {
                var z = Sigmoid(Gate("z", x, h));
                var r = Sigmoid(Gate("r", x, h));
                var n = Math.Tanh((P["Wxn"] * x) + P["bn"] + (r * ((P["Whn"] * h) + P["bhn"])));
                return h = ((1 - z) * n) + (z * h);
            },
            "h"
        );
    }

    private static double Gate(string gate, double x, double h) =>
        (P["Wx" + gate] * x) + (P["Wh" + gate] * h) + P["b" + gate];

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static void AssertSteps(Type definition, Func<double, double> paper, params string[] states)
    {
        var cell = new DeclaredCell(definition);
        foreach (var (name, value) in P.Where(parameter => cell.Fields.Contains(parameter.Key, StringComparer.Ordinal)))
        {
            object field =
                name[0] != 'W' ? new Vec<State>(value)
                : name[1] == 'x'
                    ? new Mat<State, In>(
                        new[,]
                        {
                            { value },
                        }
                    )
                : new Mat<State, State>(
                    new[,]
                    {
                        { value },
                    }
                );
            cell.Set(name, field);
        }

        foreach (var state in states)
        {
            cell.Set(state, Vec<State>.Zero(1));
        }

        foreach (var x in Inputs)
        {
            Assert.Equal(paper(x), cell.Step(new Vec<In>(x))[0], 1e-14);
        }
    }
}
