using RnnDsl.Cells;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Simplification;
using RnnDsl.Generator.Tests.Interpreter;
using RnnDsl.Parameters;

namespace RnnDsl.Generator.Tests.Linking;

/// <summary>A library cell's definition, read back from its attribute, against the same cell run as plain C#.</summary>
public class LibraryCellTests
{
    private const int Width = 3;
    private const int Units = 4;

    private readonly struct X : IDim;

    private readonly struct H : IDim;

    [Fact]
    public void SimpleRnn_computes_as_it_is_written() =>
        Check(new SimpleRnn<X, H>(Width, Units), cell => (cell.Parameters, cell.Scan));

    [Fact]
    public void SigmoidRnn_computes_as_it_is_written() =>
        Check(new SigmoidRnn<X, H>(Width, Units), cell => (cell.Parameters, cell.Scan));

    [Fact]
    public void ReluRnn_computes_as_it_is_written() =>
        Check(new ReluRnn<X, H>(Width, Units), cell => (cell.Parameters, cell.Scan));

    [Fact]
    public void Lstm_computes_as_it_is_written() =>
        Check(new Lstm<X, H>(Width, Units), cell => (cell.Parameters, cell.Scan));

    [Fact]
    public void PeepholeLstm_computes_as_it_is_written() =>
        Check(new PeepholeLstm<X, H>(Width, Units), cell => (cell.Parameters, cell.Scan));

    [Fact]
    public void Gru_computes_as_it_is_written() =>
        Check(new Gru<X, H>(Width, Units), cell => (cell.Parameters, cell.Scan));

    [Fact]
    public void GruResetAfter_computes_as_it_is_written() =>
        Check(new GruResetAfter<X, H>(Width, Units), cell => (cell.Parameters, cell.Scan));

    private static void Check<TCell>(TCell cell, Func<TCell, (ParameterStore, Func<Seq<X>, Seq<H>>)> members)
    {
        const int Length = 5;
        var (parameters, scan) = members(cell);
        var random = new Random(3);
        parameters.Set(
            Enumerable
                .Range(0, (int)parameters.TrainableCount)
                .Select(_ => (float)(random.NextDouble() - 0.5))
                .ToArray()
        );

        var attribute = (DefinitionAttribute)typeof(TCell).GetCustomAttributes(typeof(DefinitionAttribute), false)[0];
        var definition = DefinitionText.Parse(attribute.Text);
        Assert.Equal(
            parameters.Items.Select(item => item.Name),
            Linker.Parameters(definition, _ => null).Select(parameter => parameter.Name)
        );
        var graph = Simplify.Apply(Linker.Link(definition, "Scan", _ => null));
        Verifier.Check(graph);

        var xs = Enumerable.Range(0, Length * Width).Select(_ => random.NextDouble() - 0.5).ToArray();
        var actual = new GraphInterpreter(dim => dim == new NamedDim("X") ? Width : Units, Length).Run(
            graph,
            name =>
                graph.Parameters.Any(id => graph[id].Name == name)
                    ? Value.Once(parameters[name].ToArray().Select(value => (double)value).ToArray())
                    : Value.Sequence(xs.Chunk(Width).ToArray())
        )[0];
        var expected = scan(new Seq<X>(xs, Width));
        for (var t = 0; t < Length; t++)
        {
            Assert.All(expected[t].ToArray().Zip(actual.At(t)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }
}
