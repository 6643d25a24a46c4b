using RnnDsl.Generator.Definitions;

namespace RnnDsl.Generator.Tests.Declarations;

public sealed class CellLoweringTests
{
    private const string Rnn = """
        namespace N;

        [Cell]
        public partial class Rnn<X, H> where X : IDim where H : IDim
        {
            Mat<H, X> Wxh;
            Mat<H, H> Whh;
            [Init(1)] Vec<H> b;
            [Init(Initializer.Uniform, 0.1)] Vec<H> g;
            [State] Vec<H> h, c;

            Vec<H> Step(Vec<X> x)
            {
                var a = Gate(Wxh * x + Whh * h + b);
                (h, c) = (a * c, 0.5f * h + g);
                return h;
            }

            static Vec<D> Gate<D>(Vec<D> a) where D : IDim => Tanh(a);
        }
        """;

    [Fact]
    public void Step_is_a_graph_of_the_argument_the_states_before_and_the_parameters() =>
        Assert.Equal(
            """
            graph Step
              %0 x = input : Vec[X]
              %1 h = input : Vec[H]
              %2 c = input : Vec[H]
              %3 Wxh = parameter : Mat[H,X]
              %4 Whh = parameter : Mat[H,H]
              %5 b = parameter : Vec[H]
              %6 g = parameter : Vec[H]
              %7 = matvec %3 %0 : Vec[H]
              %8 = matvec %4 %1 : Vec[H]
              %9 = add %7 %8 : Vec[H]
              %10 = add %9 %5 : Vec[H]
              %11 a = tanh %10 : Vec[H]
              %12 h = mul %11 %2 : Vec[H]
              %13 = const 0.5 : Scalar
              %14 = mul %13 %1 : Vec[H]
              %15 c = add %14 %6 : Vec[H]
            -> %12 %12 %15

            """,
            Lowering.Of("Rnn", Rnn).Graph("Step")
        );

    [Fact]
    public void Fields_are_parameters_with_initial_values_and_states()
    {
        var definition = Lowering.Of("Rnn", Rnn).Definition;
        Assert.Equal("N.Rnn`2", definition.Id);
        Assert.Equal(
            [("Wxh", "GlorotUniform", 1.0), ("Whh", "Orthogonal", 1.0), ("b", "Constant", 1.0), ("g", "Uniform", 0.1)],
            definition.Parameters.Select(p => (p.Name, p.Initializer, p.Value))
        );
        Assert.Equal(["h", "c"], definition.States.Select(s => s.Name));
    }

    [Fact]
    public void Dims_are_the_type_parameters_in_their_order() =>
        Assert.Equal(
            [new DimParameter("X", null, true), new DimParameter("H", null, true)],
            Lowering.Of("Rnn", Rnn).Definition.Dims
        );

    [Fact]
    public void A_state_read_after_its_assignment_is_of_this_step()
    {
        var cell = Lowering.Of(
            "Rnn",
            """
            [Cell]
            public partial class Rnn<H> where H : IDim
            {
                [State] Vec<H> h;
                Vec<H> Step(Vec<H> x)
                {
                    var before = Exp(h);
                    h = Tanh(x);
                    return before + Exp(h);
                }
            }
            """
        );
        Assert.Equal(
            """
            graph Step
              %0 x = input : Vec[H]
              %1 h = input : Vec[H]
              %2 before = exp %1 : Vec[H]
              %3 h = tanh %0 : Vec[H]
              %4 = exp %3 : Vec[H]
              %5 = add %2 %4 : Vec[H]
            -> %5 %3

            """,
            cell.Graph("Step")
        );
    }

    [Fact]
    public void Headers_show_the_equations_without_comments_and_line_breaks()
    {
        var cell = Lowering.Of(
            "Rnn",
            """
            [Cell]
            public partial class Rnn<H> where H : IDim
            {
                [State] Vec<H> h;
                Vec<H> Step(Vec<H> x)
                {
                    // The old state, squashed.
                    var before = Exp(h); /* before */
                    h = Tanh(
                        x);
                    return   before+h;
                }
            }
            """
        );
        Assert.Equal(
            ["var before = Exp(h);", "h = Tanh(x);", "return before + h;"],
            Assert.Single(cell.Definition.Methods).Equations
        );
    }

    [Fact]
    public void Tuples_of_a_helper_locals_without_a_value_and_constants_are_followed()
    {
        var cell = Lowering.Of(
            "Rnn",
            """
            [Cell]
            public partial class Rnn<H> where H : IDim
            {
                const float Half = 0.5f;
                [State] Vec<H> h;
                Vec<H> Step(Vec<H> x)
                {
                    const int two = 2;
                    Vec<H> late;
                    var (a, b) = Both(x, Half);
                    var pair = (a, b);
                    late = pair.a / two;
                    h += late;
                    return pair.Item2;
                }
                (Vec<H> Up, Vec<H> Down) Both(Vec<H> x, Scalar s) => (x * s, -h);
            }
            """
        );
        Assert.Equal(
            """
            graph Step
              %0 x = input : Vec[H]
              %1 h = input : Vec[H]
              %2 = const 0.5 : Scalar
              %3 a = mul %0 %2 : Vec[H]
              %4 b = neg %1 : Vec[H]
              %5 = const 2 : Scalar
              %6 late = div %3 %5 : Vec[H]
              %7 h = add %1 %6 : Vec[H]
            -> %4 %7

            """,
            cell.Graph("Step")
        );
    }
}
