using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Linking;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>A loop over layers as it is lowered, kept in a definition, and written out.</summary>
public sealed class LayerArrayLoweringTests
{
    private const string Source = """
        namespace N;

        [Layer]
        public partial class Deep<H, Depth> where H : IDim where Depth : IDim
        {
            Vec<H> scale;
            [Count(nameof(Depth), plus: -1)] Dense<H, H>[] layers;
            public Vec<H> Apply(Vec<H> x)
            {
                var sum = x;
                foreach (var layer in layers)
                {
                    x = layer.Apply(scale * x);
                    sum += x;
                }
                return sum;
            }
        }

        [Dim(3)]
        public readonly struct Three : IDim;

        [Layer]
        public partial class Model
        {
            Deep<Hidden, Three> deep;
            public Vec<Hidden> Forward(Vec<Hidden> x) => deep.Apply(x);
        }
        """;

    [Fact]
    public void A_loop_is_lowered_once() =>
        Assert.Equal(
            """
            graph Apply
              %0 x = input : Vec[H]
              %1 scale = parameter : Vec[H]
              %2 = each layer layers %0 %0 %1
                graph Apply
                  %0 x = input : Vec[H]
                  %1 x = input : Vec[H]
                  %2 scale = input : Vec[H]
                  %3 = mul %2 %0 : Vec[H]
                  %4 x = call layers[layer].Apply %3 : Vec[H]
                  %5 sum = add %1 %4 : Vec[H]
                -> %4 %5
              %3 = result %2 1 : Vec[H]
            -> %3

            """,
            Lowering.Of("Deep", Source).Graph("Apply")
        );

    [Fact]
    public void A_definition_with_an_array_reads_back_equal()
    {
        var deep = Lowering.Of("Deep", Source).Definition;
        var text = DefinitionText.Print(deep);
        Assert.Contains("\ndim Depth type count\n", text, StringComparison.Ordinal);
        Assert.Contains("\nchild layers[Depth-1] RnnDsl.Layers.Dense`2 [H,H] ", text, StringComparison.Ordinal);
        Assert.Equal(text, DefinitionText.Print(DefinitionText.Parse(text)));
        var model = DefinitionText.Print(Lowering.Of("Model", Source).Definition);
        Assert.Contains("\ndim Three fixed =3 count global::N.Three\n", model, StringComparison.Ordinal);
        Assert.Equal(model, DefinitionText.Print(DefinitionText.Parse(model)));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("Depth")]
    [InlineData("Depth-1")]
    [InlineData("Depth+2")]
    public void A_count_reads_back_equal(string text) =>
        Assert.Equal(text, RnnDsl.Generator.Definitions.LayerCount.Parse(text)!.ToString());

    [Fact]
    public void Each_layer_has_its_turn_and_parameters_of_its_own()
    {
        var (deep, model) = (Lowering.Of("Deep", Source), Lowering.Of("Model", Source));
        var known = deep.External.Append(deep.Definition).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var graph = Linker.Link(model.Definition, "Forward", id => known.GetValueOrDefault(id));
        Verifier.Check(graph);
        Assert.Equal(
            ["deep.scale", "deep.layers.0.W", "deep.layers.0.b", "deep.layers.1.W", "deep.layers.1.b"],
            graph.Parameters.Select(id => graph[id].Name)
        );
        Assert.Equal(
            ["mul", "matvec", "add", "add", "mul", "matvec", "add", "add"],
            graph.Nodes.Skip(6).Select(node => node.Op.Name)
        );
    }
}
