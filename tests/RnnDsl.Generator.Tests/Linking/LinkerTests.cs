using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Ir.Text;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Tests.Interpreter;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Linking;

public class LinkerTests
{
    [Fact]
    public void A_layer_becomes_one_graph_with_its_children_in_their_place()
    {
        const string Expected = """
            graph Forward
              %0 window = input : Seq[Value]
              %1 rnn.Wxh = parameter : Mat[Hidden,Value]
              %2 rnn.Whh = parameter : Mat[Hidden,Hidden]
              %3 rnn.b = parameter : Vec[Hidden]
              %4 head.W = parameter : Mat[Value,Hidden]
              %5 head.b = parameter : Vec[Value]
              %6 = const 0 : Scalar
              %7 = fill %6 Hidden : Vec[Hidden]
              %8 = scan forward states=1 sequences=1 captures=3 stacked=1 summed=0 %7 %0 %1 %2 %3
                graph rnn.Scan
                  %0 h = input : Vec[Hidden]
                  %1 x = input : Vec[Value]
                  %2 rnn.Wxh = input : Mat[Hidden,Value]
                  %3 rnn.Whh = input : Mat[Hidden,Hidden]
                  %4 rnn.b = input : Vec[Hidden]
                  %5 = matvec %2 %1 : Vec[Hidden]
                  %6 = matvec %3 %0 : Vec[Hidden]
                  %7 a = add %5 %6 : Vec[Hidden]
                  %8 = add %7 %4 : Vec[Hidden]
                  %9 h = tanh %8 : Vec[Hidden]
                -> %9 %9
              %9 h = result %8 1 : Seq[Hidden]
              %10 = last %9 : Vec[Hidden]
              %11 = matvec %4 %10 : Vec[Value]
              %12 = add %11 %5 : Vec[Value]
            -> %12

            """;
        var graph = Link(SampleDefinitions.Forecaster, "Forward");
        Assert.Equal(Expected, GraphText.Print(graph));
        Verifier.Check(graph);
    }

    [Fact]
    public void A_loss_takes_the_dims_of_what_it_gets_and_the_model_keeps_its_own_paths()
    {
        var graph = Link(SampleDefinitions.Training, "Loss");
        Verifier.Check(graph);
        Assert.Equal(
            ["rnn.Wxh", "rnn.Whh", "rnn.b", "head.W", "head.b"],
            graph.Parameters.Select(id => graph[id].Name)
        );
        Assert.Equal(["window", "next"], graph.Inputs.Select(id => graph[id].Name));
        var size = graph.Nodes.Single(node => node.Op == Ops.Size);
        Assert.Equal(new NamedDim("Value"), size.Dim);
        Assert.Contains(graph.Nodes, node => node.Name == "y" && node.Op == Ops.Add);
        Assert.Contains(graph.Nodes, node => node.Name == "error");
    }

    [Fact]
    public void A_vector_method_on_a_sequence_is_lifted_and_its_parameters_stand_once()
    {
        var graph = Link(SampleDefinitions.Stack, "Forward");
        Verifier.Check(graph);
        Assert.Equal("Seq[H]", graph[graph.Outputs[0]].Type.ToString());
        Assert.Equal("out", graph[graph.Outputs[0]].Name);
        Assert.Equal(2, graph.Nodes.Count(node => node.Op == Ops.MatVec && node.Type.OverTime));
        Assert.Single(graph.Parameters, id => graph[id].Name == "head.W");
    }

    [Fact]
    public void Values_of_two_cells_of_one_kind_keep_the_path_and_others_drop_it()
    {
        var graph = Link(SampleDefinitions.Stack, "Forward");
        var bodies = graph.Nodes.Where(node => node.Scan is not null).Select(node => node.Scan!.Body).ToList();
        Assert.Equal(["first.h", "first.x"], bodies[0].Inputs.Take(2).Select(id => bodies[0][id].Name));
        Assert.Equal(["second.h", "second.x"], bodies[1].Inputs.Take(2).Select(id => bodies[1][id].Name));
        Assert.Contains(bodies[1].Nodes, node => node.Name == "second.a");
        Assert.Contains(graph.Nodes, node => node.Name == "xs");
    }

    [Fact]
    public void A_cell_alone_links_as_a_step_and_as_a_scan()
    {
        var step = Link(SampleDefinitions.Rnn, "Step");
        Assert.Equal(["x", "h"], step.Inputs.Select(id => step[id].Name));
        Assert.Equal(2, step.Outputs.Count);
        var scan = Link(SampleDefinitions.Rnn, "Scan");
        Verifier.Check(scan);
        Assert.Equal("Seq[X]", scan[0].Type.ToString());
        Assert.Equal("Seq[H]", scan[scan.Outputs[0]].Type.ToString());
    }

    [Fact]
    public void The_linked_loss_computes_the_loss()
    {
        // One unit everywhere: h1 = tanh(x1 + 0.5), h2 = tanh(x2 + h1 + 0.5), y = 2 * h2 + 0.25, loss = (y - 1)^2.
        var graph = Link(SampleDefinitions.Training, "Loss");
        var loss = new GraphInterpreter(_ => 1, length: 2).Run(
            graph,
            name =>
                name switch
                {
                    "window" => Value.Sequence([0.1], [0.2]),
                    "rnn.b" => Value.Once(0.5),
                    "head.W" => Value.Once(2),
                    "head.b" => Value.Once(0.25),
                    _ => Value.Once(1),
                }
        )[0];
        var h = Math.Tanh(0.2 + Math.Tanh(0.1 + 0.5) + 0.5);
        Assert.Equal(Math.Pow((2 * h) + 0.25 - 1, 2), loss.Number, 1e-12);
    }

    [Fact]
    public void The_parameters_of_a_model_stand_in_the_order_of_construction_used_or_not() =>
        Assert.Equal(
            [
                "rnn.Wxh Mat[Hidden,Value]",
                "rnn.Whh Mat[Hidden,Hidden]",
                "rnn.b Vec[Hidden]",
                "head.W Mat[Value,Hidden]",
                "head.b Vec[Value]",
                "head.unused Vec[Value]",
            ],
            Linker
                .Parameters(DefinitionText.Parse(SampleDefinitions.Training), SampleDefinitions.Resolve)
                .Select(parameter => $"{parameter.Name} {parameter.Type}")
        );

    [Fact]
    public void A_vector_method_that_ignores_its_argument_still_gives_a_sequence()
    {
        var dense = SampleDefinitions.Dense.Replace("-> %4", "-> %2", StringComparison.Ordinal);
        var stack = DefinitionText.Parse(SampleDefinitions.Stack);
        var graph = Linker.Link(
            stack,
            "Forward",
            id => id == "Lib.Dense`2" ? DefinitionText.Parse(dense) : SampleDefinitions.Resolve(id)
        );
        Verifier.Check(graph);
        Assert.Equal("Seq[H]", graph[graph.Outputs[0]].Type.ToString());
    }

    [Fact]
    public void A_cell_may_hold_a_layer_whose_parameters_its_loop_captures()
    {
        const string Gated = """
            rnndsl 2
            cell App.Gated
            dim X fixed global::App.X
            dim H fixed global::App.H
            child gate Lib.Dense`2 [X,H] global::Lib.Dense<X, H>
            state h Vec[H]
            method Step 1 private
            graph Step
              %0 x = input : Vec[X]
              %1 h = input : Vec[H]
              %2 g = call gate.Apply %0 : Vec[H]
              %3 h = mul %1 %2 : Vec[H]
            -> %3 %3
            """;
        var model = SampleDefinitions.Forecaster.Replace(
            "Lib.Rnn`2 [Value,Hidden]",
            "App.Gated [Value,Hidden]",
            StringComparison.Ordinal
        );
        var graph = Linker.Link(
            DefinitionText.Parse(model),
            "Forward",
            id => id == "App.Gated" ? DefinitionText.Parse(Gated) : SampleDefinitions.Resolve(id)
        );
        Verifier.Check(graph);
        Assert.Equal(
            ["rnn.gate.W Mat[Hidden,Value]", "rnn.gate.b Vec[Hidden]", "head.W Mat[Value,Hidden]", "head.b Vec[Value]"],
            graph.Parameters.Select(id => $"{graph[id].Name} {graph[id].Type}")
        );
        var body = graph.Nodes.Single(node => node.Scan is not null).Scan!.Body;
        Assert.Equal(["h", "x", "rnn.gate.W", "rnn.gate.b"], body.Inputs.Select(id => body[id].Name));
        Assert.Contains(body.Nodes, node => node.Name == "g" && node.Op == Ops.Add);
    }

    [Fact]
    public void A_function_whose_arguments_share_a_dim_refuses_different_ones()
    {
        var text = SampleDefinitions.Training.Replace(
            "%1 next = input : Vec[Value]",
            "%1 next = input : Vec[Hidden]",
            StringComparison.Ordinal
        );
        Assert.Contains(
            "needs Vec[Value] for target: got Vec[Hidden]",
            Assert.Throws<LinkException>(() => Link(text, "Loss")).Message
        );
    }

    [Fact]
    public void A_missing_definition_is_named()
    {
        var forecaster = DefinitionText.Parse(SampleDefinitions.Forecaster);
        var error = Assert.Throws<LinkException>(() => Linker.Link(forecaster, "Forward", _ => null));
        Assert.StartsWith("the definition of Lib.Rnn`2 is missing", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("head.Apply", "head.Aply", "Lib.Dense`2 has no method Aply; it has Apply")]
    [InlineData("head.Apply", "tail.Apply", "App.Forecaster calls tail.Apply, but has no field 'tail'")]
    [InlineData("[Hidden,Value]", "[Hidden]", "Lib.Dense`2 has 2 dims; the field head gives 1")]
    [InlineData("[Hidden,Value]", "[Value,Value]", "head.Apply: Apply needs Vec[Value] for x: got Vec[Hidden]")]
    [InlineData("last %1 : Vec", "neg %0 : Vec", "head.Apply: Apply needs Vec[Hidden] for x: got Seq[Value]")]
    [InlineData("rnn.Scan %0", "rnn.Scan", "needs 5 operands: got 4")]
    [InlineData("call head.Apply %2", "call .Forward %0", "Forward of App.Forecaster calls itself")]
    public void A_call_that_does_not_fit_is_refused(string good, string bad, string message)
    {
        Assert.Contains(good, SampleDefinitions.Forecaster, StringComparison.Ordinal);
        var text = SampleDefinitions.Forecaster.Replace(good, bad, StringComparison.Ordinal);
        Assert.Contains(message, Assert.Throws<LinkException>(() => Link(text, "Forward")).Message);
    }

    [Fact]
    public void A_layer_that_contains_itself_is_refused()
    {
        var text = SampleDefinitions.Forecaster.Replace("Lib.Dense`2 [Hidden,Value]", "App.Forecaster [Value,Hidden]");
        var definition = DefinitionText.Parse(text);
        Definition? Resolve(string id) => id == "App.Forecaster" ? definition : SampleDefinitions.Resolve(id);
        var error = Assert.Throws<LinkException>(() => Linker.Parameters(definition, Resolve));
        Assert.Contains("App.Forecaster contains itself", error.Message);
    }

    private static Graph Link(string text, string method) =>
        Linker.Link(DefinitionText.Parse(text), method, SampleDefinitions.Resolve);
}
