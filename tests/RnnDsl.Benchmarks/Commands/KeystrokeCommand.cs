using System.CommandLine;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Times the generator at a keystroke in the editor.</summary>
internal static class KeystrokeCommand
{
    private const int Strokes = 60;
    private const int FastStrokes = 600;
    private const string Other = "public static class Other { public static int Answer() => 42; }";

    public static Command Create()
    {
        var models = new Option<int[]>("--models")
        {
            Description = "How many models the project has, each with a training.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [1, 5, 20],
        };
        var command = new Command(
            "keystroke",
            "Times the generator at an edit: of a body in another file, and of an equation of one model. Medians of the time of all threads."
        )
        {
            models,
        };
        command.SetAction(options =>
        {
            foreach (var count in options.GetValue(models)!)
            {
                Run(count);
            }
        });
        return command;
    }

    private static void Run(int models)
    {
        string[] files = [Other, Dims, .. Enumerable.Range(0, models).Select(Model)];
        var compilation = Compilations.Of(files);
        var driver = CSharpGeneratorDriver
            .Create([new RnnGenerator().AsSourceGenerator()], parseOptions: Compilations.ParseOptions)
            .RunGenerators(compilation);
        var another = Time(
            driver,
            compilation,
            file: 0,
            FastStrokes,
            stroke => Other.Replace("42", stroke, StringComparison.Ordinal)
        );
        var equation = Time(
            driver,
            compilation,
            file: 2,
            Strokes,
            stroke => files[2].Replace("0.5", "0." + stroke, StringComparison.Ordinal)
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"rnndsl keystroke {models} models: another file {another:F1} ms, an equation {equation:F1} ms"
            )
        );
    }

    private static double Time(
        GeneratorDriver driver,
        Compilation compilation,
        int file,
        int strokes,
        Func<string, string> edit
    )
    {
        var times = new List<double>();
        for (var stroke = 1; stroke <= strokes; stroke++)
        {
            var tree = compilation.SyntaxTrees.ElementAt(file);
            var edited = Compilations.Parse(edit(stroke.ToString(CultureInfo.InvariantCulture)), tree.FilePath);
            compilation = compilation.ReplaceSyntaxTree(tree, edited);
            var start = Environment.CpuUsage.TotalTime;
            driver = driver.RunGenerators(compilation);
            times.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
        }

        return times.Skip(strokes / 2).Order().ElementAt(strokes / 4);
    }

    private const string Dims = "[Dim(1)] public readonly struct Value : IDim; public readonly struct Hidden : IDim;";

    private static string Model(int number) =>
        $$"""
            namespace M{{number}};

            [Layer]
            public partial class Model
            {
                Lstm<Value, Hidden> rnn;
                Dense<Hidden, Value> head;

                public Vec<Value> Forward(Seq<Value> xs) => 0.5 * head.Apply(rnn.Scan(xs).Last);
            }

            [Training(Optimizer = typeof(Adam), LearningRate = 2e-4f, BatchSize = 32, Epochs = 200)]
            public partial class ModelTraining
            {
                Model model;

                Scalar Loss(Seq<Value> xs, Vec<Value> next) => MeanSquaredError(model.Forward(xs), next);
            }
            """;
}
