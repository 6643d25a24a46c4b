using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Linking;

/// <summary>Unusual but valid layers, from their C# to generated code that compiles.</summary>
public class OddLayerTests
{
    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(
        "Seq<H>",
        "Dense<H, H> head; Vec<H> v; public Seq<H> Forward(Seq<X> xs) => head.Apply(xs.Map(x => v));"
    )]
    [InlineData("Seq<H>", "Vec<H> v; public Seq<H> Forward(Seq<X> xs) => xs.Map(x => v);")]
    [InlineData("Seq<H>", "Dense<X, H> head; public Seq<H> Forward(Seq<X> xs) => xs.Map(head.Apply);")]
    [InlineData(
        "Seq<H>",
        "Lstm<X, H> rnn; Dense<H, H> head; public Seq<H> Forward(Seq<X> xs) => Softmax(head.Apply(rnn.Scan(xs)));"
    )]
    [InlineData(
        "Vec<H>",
        "Gru<X, H> a; Lstm<H, H> b; public Vec<H> Forward(Seq<X> xs) { var s = a.Scan(xs); return s.Last + Mean(b.Scan(s)); }"
    )]
    [InlineData("Vec<H>", "Gru<X, H> a; public Vec<H> Forward(Seq<X> xs) => a.Scan(xs).Last + a.Scan(2 * xs).Last;")]
    [InlineData(
        "Vec<H>",
        "Gru<X, H> a; Vec<H> q; public Vec<H> Forward(Seq<X> xs) => Sum(a.Scan(xs).Map(x => x * Sum(x * q)));"
    )]
    [InlineData(
        "Vec<H>",
        "Dense<X, H> d; Vec<H> p; public Vec<H> Forward(Seq<X> xs) => Sum(d.Apply(xs)) + Mean(Mean(xs.Map(x => Concat(p, x))));"
    )]
    [InlineData(
        "Vec<H>",
        "Gru<Cat<H, X>, H> a; Vec<H> p; public Vec<H> Forward(Seq<X> xs) => a.Scan(Reverse(xs.Map(x => Concat(p, x)))).Last;"
    )]
    [InlineData(
        "Vec<H>",
        "Dense<Cat<H, X>, H> d; Vec<H> p; public Vec<H> Forward(Seq<X> xs) => d.Apply(xs.Map(x => Concat(p, x)).Last);"
    )]
    [InlineData("Vec<H>", "Vec<H> q; public Vec<H> Forward(Seq<X> xs) => q;")]
    [InlineData("Seq<X>", "public Seq<X> Forward(Seq<X> xs) => xs;")]
    [InlineData("Scalar", "Gru<X, H> a; public Scalar Forward(Seq<X> xs) => Sum(a.Scan(xs).Last) / Length(xs);")]
    [InlineData(
        "Vec<H>",
        "Dense<X, H> d; public Vec<H> Forward(Seq<X> xs) => Twice(d.Apply(xs)).Last; Seq<H> Twice(Seq<H> v) => v + v;"
    )]
    public void An_odd_layer_links_differentiates_and_compiles(string result, string members)
    {
        var loss = result == "Scalar" ? "Square(model.Forward(xs) - Sum(y))" : "MeanSquaredError(model.Forward(xs), y)";
        var target = result == "Scalar" ? "Vec<H>" : result;
        var source = $$"""
            using RnnDsl; using RnnDsl.Cells; using RnnDsl.Layers; using RnnDsl.Training;
            using static RnnDsl.Equations; using static RnnDsl.Functions; using static RnnDsl.Losses;

            namespace Odd;

            [Dim(3)] public readonly struct X : IDim;
            [Dim(5)] public readonly struct H : IDim;

            [Layer] public partial class Model { {{members}} }

            [Training(Optimizer = typeof(Adam))]
            public partial class ModelTraining
            {
                Model model;
                Scalar Loss(Seq<X> xs, {{target}} y) => {{loss}};
            }
            """;
        var driver = Compilations
            .Driver(new RnnGenerator())
            .RunGeneratorsAndUpdateCompilation(Compilations.Of(source), out var output, out var diagnostics);
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var steps = driver.GetRunResult().Results[0].TrackedSteps;
        foreach (var linked in Outputs<LinkedDeclaration>("Linking"))
        {
            Assert.Null(linked.Problem);
            Assert.False(linked.Declaration.HasErrors);
            Verifier.Check(linked.Forward!);
        }

        foreach (
            var train in Outputs<DifferentiatedDeclaration>("Differentiation").Select(d => d.Train).OfType<Graph>()
        )
        {
            Verifier.Check(train);
        }

        var model = Outputs<LinkedDeclaration>("Linking").Single(linked => linked.Declaration.Name == "Model");
        var type = model.Forward![model.Forward.Outputs[0]].Type.ToString();
        Assert.Equal(result.Replace('<', '[').Replace('>', ']'), type);

        IEnumerable<T> Outputs<T>(string stage) =>
            steps[stage].SelectMany(step => step.Outputs).Select(o => (T)o.Value);
    }
}
