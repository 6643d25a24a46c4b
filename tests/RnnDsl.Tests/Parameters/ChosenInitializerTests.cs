using RnnDsl.Parameters;
using RnnDsl.Tests.Language;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Parameters;

/// <summary>Initializers of recurrent networks, and first values that are chosen from outside of a declaration.</summary>
public sealed class ChosenInitializerTests
{
    [Fact]
    public void An_identity_is_scaled_on_its_diagonal_and_zero_elsewhere()
    {
        var scope = ParameterScope.Root(1);
        scope.Mat<State, State>("W", 3, 3, Initializer.Identity, 0.5);
        scope.Mat<State, In>("V", 2, 3, Initializer.Identity);

        Assert.Equal([0.5f, 0, 0, 0, 0.5f, 0, 0, 0, 0.5f], scope.Store["W"].ToArray());
        Assert.Equal([1, 0, 0, 0, 1, 0], scope.Store["V"].ToArray());
    }

    [Fact]
    public void A_zero_diagonal_is_that_of_a_Glorot_matrix()
    {
        var (scope, other) = (ParameterScope.Root(1), ParameterScope.Root(1));
        scope.Mat<State, State>("W", 20, 20, Initializer.ZeroDiagonal);
        other.Mat<State, State>("W", 20, 20, Initializer.GlorotUniform);

        for (var i = 0; i < 400; i++)
        {
            Assert.Equal(i / 20 == i % 20 ? 0 : other.Store["W"][i], scope.Store["W"][i]);
        }
    }

    /// <summary>Tallec and Ollivier 2018, section 2: b_f = log(U([1, T - 1])), b_i = -b_f.</summary>
    [Fact]
    public void Chrono_biases_are_logarithms_of_uniform_numbers_of_steps()
    {
        var scope = ParameterScope.Root(1).Child("cell");
        scope.Vec<State>("bf", 4000, Initializer.Chrono, 100);
        scope.Vec<State>("bi", 4000, Initializer.Chrono, -100);
        var (forget, input) = (scope.Store["cell.bf"].ToArray(), scope.Store["cell.bi"].ToArray());

        Assert.Equal(forget.Select(number => -number), input);
        var steps = forget.Select(number => Math.Exp(number)).ToArray();
        Assert.All(steps, number => Assert.InRange(number, 1 - 1e-6, 99 + 1e-4));
        // Uniform from 1 to 99: the mean is 50, the standard error of 4000 is 0.45.
        Assert.Equal(50, steps.Average(), 2.0);
        Assert.Equal(0.25, steps.Count(number => number < 25.5) / 4000.0, 0.03);
    }

    [Fact]
    public void A_range_is_uniform_between_its_ends()
    {
        var scope = ParameterScope.Root(1);
        scope.Vec<State>("b", 4000, Initializer.Uniform, 2, 5);
        var b = scope.Store["b"].ToArray();

        Assert.All(b, number => Assert.InRange(number, 2, 5));
        Assert.Equal((3.5, 0.25), (b.Average(), b.Count(number => number < 2.75) / 4000.0), Near);

        static bool Near((double, double) e, (double, double) a) =>
            Math.Abs(e.Item1 - a.Item1) < 0.06 && Math.Abs(e.Item2 - a.Item2) < 0.03;
    }

    [Fact]
    public void Values_that_are_chosen_from_outside_are_those_of_a_declaration()
    {
        var model = new LstmNet(features: 3, units: 8, targets: 2, seed: 7);
        var path = model.Parameters.Items.First(item => item.Name.EndsWith("Whi", StringComparison.Ordinal)).Name;
        var declared = model.Parameters[path].ToArray();

        model.Parameters.Initialize(path, Initializer.Identity);
        Assert.Equal(1, model.Parameters[path][0]);
        Assert.NotEqual(declared, model.Parameters[path].ToArray());
        // The default of a square matrix is orthogonal, and so are the bits.
        model.Parameters.Initialize(path, Initializer.Orthogonal);
        Assert.Equal(declared, model.Parameters[path].ToArray());
        model.Parameters.Seed = 8;
        model.Parameters.Initialize(path, Initializer.Orthogonal);
        Assert.Equal(
            new LstmNet(features: 3, units: 8, targets: 2, seed: 8).Parameters[path].ToArray(),
            model.Parameters[path].ToArray()
        );
    }

    [Fact]
    public void A_path_chooses_all_below_it_and_nothing_else()
    {
        var model = new LstmNet(features: 3, units: 8, targets: 2, seed: 7);
        var path = model.Parameters.Items[0].Name.Split('.')[0] + ".";
        var before = model.Parameters.Items.ToDictionary(i => i.Name, i => model.Parameters[i.Name].ToArray());

        model.Parameters.Initialize(path, Initializer.Uniform, -0.5, -0.25);

        Assert.All(
            model.Parameters.Items,
            item =>
            {
                var values = model.Parameters[item.Name].ToArray();
                if (item.Name.StartsWith(path, StringComparison.Ordinal))
                {
                    Assert.All(values, number => Assert.InRange(number, -0.5f, -0.25f));
                }
                else
                {
                    Assert.Equal(before[item.Name], values);
                }
            }
        );
    }

    [Fact]
    public void What_does_not_go_with_a_shape_is_an_error_and_changes_nothing()
    {
        var model = new LstmNet(features: 3, units: 8, targets: 2, seed: 7);
        var before = model.Parameters.ToArray();
        var path = model.Parameters.Items[0].Name.Split('.')[0] + ".";
        (Action Wrong, string Message)[] cases =
        [
            (() => model.Parameters.Initialize(path, Initializer.Identity), "is a vector, which has no diagonal"),
            (
                () => model.Parameters.Initialize(path, Initializer.Chrono, 10),
                "is a matrix, and Chrono is for the bias"
            ),
            (() => model.Parameters.Initialize("nothing", Initializer.Zeros), "There is no parameter 'nothing'"),
            (() => model.Parameters.Initialize("nothing.", Initializer.Zeros), "no parameter below 'nothing.'"),
            (
                () => model.Parameters.Initialize(path, Initializer.Uniform, 2, 1),
                "its upper end is above the lower one"
            ),
            (
                () => model.Parameters.Initialize(path, Initializer.Normal, 1, 2),
                "A range is that of Initializer.Uniform"
            ),
            (() => model.Parameters.Initialize(path, Initializer.Constant, double.NaN), "is no finite float"),
        ];

        foreach (var (wrong, message) in cases)
        {
            Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(wrong).Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, model.Parameters.ToArray());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void A_method_gives_as_many_finite_numbers_as_the_parameter_has(int count)
    {
        var scope = ParameterScope.Root(1);
        scope.Mat<State, State>("W", 3, 3, (_, _, _) => new float[count]);

        var error = Assert.Throws<InvalidOperationException>(() => scope.Store["W"].ToArray());

        Assert.Equal($"The method of [Init] for parameter 'W' [3, 3] gave {count} numbers, expected 9.", error.Message);
    }

    [Fact]
    public void A_method_that_gives_no_number_is_an_error()
    {
        var scope = ParameterScope.Root(1);
        scope.Vec<State>("b", 2, (_, _) => [1, float.NaN]);

        var error = Assert.Throws<InvalidOperationException>(() => scope.Store["b"].ToArray());

        Assert.Equal("Number 1 of the method of [Init] for parameter 'b' is NaN.", error.Message);
    }
}
