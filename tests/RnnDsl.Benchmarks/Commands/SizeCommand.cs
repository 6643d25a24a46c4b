using System.CommandLine;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Benchmarks.Tables;
using RnnDsl.Generator;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Counts what the generator writes for a model and its training: lines by class, and bytes of the compiled assembly.</summary>
internal static class SizeCommand
{
    public static Command Create()
    {
        var command = new Command(
            "size",
            "Counts the generated lines of a model with its training, and the bytes of their assembly."
        );
        command.SetAction(_ =>
        {
            Print("A model of the library's LSTM, with its training", Model("Lstm"));
            Print("The same with a cell of the user's", Model("Mine") + Cell);
        });
        return command;
    }

    private static void Print(string title, string source)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new RnnGenerator().AsSourceGenerator()],
            parseOptions: Compilations.ParseOptions
        );
        var ran = driver.RunGeneratorsAndUpdateCompilation(Compilations.Of(source), out var compilation, out var _);
        var release = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        using var assembly = new MemoryStream();
        if (!release.Emit(assembly).Success)
        {
            throw new InvalidDataException("The model does not compile.");
        }

        var files = ran.GetRunResult().Results[0].GeneratedSources;
        var table = new TextTable(title, ["class", "files", "lines"]);
        foreach (var ofClass in files.GroupBy(file => file.HintName.Split('.')[0]))
        {
            table.Add(ofClass.Key, [Text(ofClass.Count()), Text(ofClass.Sum(file => file.SourceText.Lines.Count))]);
        }

        table.Add("all", [Text(files.Length), Text(files.Sum(file => file.SourceText.Lines.Count))]);
        table.Note(string.Create(CultureInfo.InvariantCulture, $"assembly {assembly.Length / 1024.0:F1} KB"));
        Console.WriteLine(table);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Model(string cell) =>
        $$"""
            public readonly struct Value : IDim;
            public readonly struct Hidden : IDim;

            [Layer]
            public partial class Model
            {
                {{cell}}<Value, Hidden> rnn;
                Dense<Hidden, Value> head;

                public Vec<Value> Forward(Seq<Value> xs) => head.Apply(rnn.Scan(xs).Last);
            }

            [Training(Optimizer = typeof(Adam), LearningRate = 1e-3f, BatchSize = 32, Epochs = 10)]
            public partial class ModelTraining
            {
                Model model;

                Scalar Loss(Seq<Value> xs, Vec<Value> next) => MeanSquaredError(model.Forward(xs), next);
            }

            """;

    private const string Cell = """
        [Cell]
        public partial class Mine<X, H>
            where X : IDim
            where H : IDim
        {
            Mat<H, X> Wxi, Wxf, Wxg, Wxo;
            Mat<H, H> Whi, Whf, Whg, Who;
            Vec<H> bi, bg, bo;
            [Init(1)] Vec<H> bf;
            [State] Vec<H> h, c;

            Vec<H> Step(Vec<X> x)
            {
                var i = Sigmoid(Wxi * x + Whi * h + bi);
                var f = Sigmoid(Wxf * x + Whf * h + bf);
                var g = Tanh(Wxg * x + Whg * h + bg);
                var o = Sigmoid(Wxo * x + Who * h + bo);
                c = f * c + i * g;
                h = o * Tanh(c);
                return h;
            }
        }
        """;
}
