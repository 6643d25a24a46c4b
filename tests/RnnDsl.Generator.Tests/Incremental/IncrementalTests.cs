using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Tests.Compiling;
using Reason = Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace RnnDsl.Generator.Tests.Incremental;

/// <summary>What runs again after an edit: exactly that.</summary>
public sealed class IncrementalTests
{
    private const string Cell = """
        [Cell]
        public partial class Rnn<X, H> where X : IDim where H : IDim
        {
            Mat<H, X> W;
            [State] Vec<H> h;

            Vec<H> Step(Vec<X> x)
            {
                h = Tanh(W * x + h);
                return h;
            }
        }
        """;

    private const string Others = """
        [Dim(1)] public readonly struct Value : IDim;
        public readonly struct Hidden : IDim;

        [Layer]
        public partial class Model
        {
            Rnn<Value, Hidden> rnn;
            public Vec<Hidden> Forward(Seq<Value> xs) => rnn.Scan(xs).Last;
        }

        [Layer]
        public partial class Scale
        {
            Vec<Value> w;
            public Vec<Value> Apply(Vec<Value> x) => w * x;
        }
        """;

    private const string Unrelated = "public static class Unrelated { public const int Answer = 42; }";

    private static readonly string[] Later = ["Linking", "Differentiation", "Scheduling"];

    private readonly CSharpCompilation compilation = Compilations.Of(Cell, Others, Unrelated);

    [Fact]
    public void An_edit_in_another_file_ends_at_the_lowering() =>
        AssertNothingAfterLowering(Edit(2, Unrelated, "42", "43"));

    [Fact]
    public void A_member_added_to_another_class_ends_at_the_lowering() =>
        AssertNothingAfterLowering(Edit(2, Unrelated, "public const", "public static int Two => 2; public const"));

    [Fact]
    public void A_comment_in_Step_ends_at_the_lowering() =>
        AssertNothingAfterLowering(Edit(0, Cell, "h = Tanh", "/* the state */ h = Tanh"));

    [Fact]
    public void A_line_comment_in_Step_ends_at_the_lowering() =>
        AssertNothingAfterLowering(Edit(0, Cell, "+ h);", "+ h); // the state"));

    [Fact]
    public void A_space_in_Step_ends_at_the_lowering() => AssertNothingAfterLowering(Edit(0, Cell, "W * x", "W  *  x"));

    [Fact]
    public void A_line_break_in_Step_ends_at_the_lowering() =>
        AssertNothingAfterLowering(Edit(0, Cell, "W * x", "W\n        * x"));

    [Fact]
    public void Lines_above_the_cell_end_at_the_lowering() =>
        AssertNothingAfterLowering(Edit(0, Cell, "[Cell]", "// one\n\n// two\n[Cell]"));

    [Fact]
    public void An_edit_of_an_equation_runs_its_class_and_those_that_depend_on_it()
    {
        var result = Edit(0, Cell, "Tanh", "Sigmoid");
        Assert.Equal(
            [("Rnn", Reason.Modified), ("Model", Reason.Cached), ("Scale", Reason.Cached)],
            Outputs(result, "Lowering")
        );
        Assert.Equal(
            [("Rnn", Reason.Modified), ("Model", Reason.Modified), ("Scale", Reason.Unchanged)],
            Outputs(result, "Resolution")
        );
        foreach (var stage in Later)
        {
            Assert.Equal(
                [("Rnn", Reason.Modified), ("Model", Reason.Modified), ("Scale", Reason.Cached)],
                Outputs(result, stage)
            );
        }
    }

    [Fact]
    public void An_edit_of_a_class_that_nothing_depends_on_runs_it_alone()
    {
        var result = Edit(1, Others, "w * x", "w + x");
        foreach (var stage in Later)
        {
            Assert.Equal(
                [("Rnn", Reason.Cached), ("Model", Reason.Cached), ("Scale", Reason.Modified)],
                Outputs(result, stage)
            );
        }
    }

    [Fact]
    public void An_old_compilation_is_collected()
    {
        // Tracking is off, as in a compiler: a tracked step keeps what it once read.
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new RnnGenerator().AsSourceGenerator()],
            parseOptions: Compilations.ParseOptions
        );
        var old = Run(ref driver, Cell);
        Run(ref driver, Cell.Replace("W * x", "W  * x", StringComparison.Ordinal));
        for (var i = 0; i < 5 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(driver);
    }

    // A separate method, so that no temporary of the caller keeps the driver that has seen the old compilation alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Run(ref GeneratorDriver driver, string cell)
    {
        var compilation = Compilations.Of(cell, Others);
        driver = driver.RunGenerators(compilation);
        return new WeakReference(compilation);
    }

    private GeneratorRunResult Edit(int file, string source, string from, string to)
    {
        var tree = compilation.SyntaxTrees[file];
        var edited = Compilations.Parse(source.Replace(from, to, StringComparison.Ordinal), tree.FilePath);
        var driver = Compilations.Driver(new RnnGenerator()).RunGenerators(compilation);
        var result = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, edited)).GetRunResult().Results[0];
        Assert.Null(result.Exception);
        return result;
    }

    private static void AssertNothingAfterLowering(GeneratorRunResult result)
    {
        Assert.Equal(3, Outputs(result, "Lowering").Count());
        Assert.All(
            Outputs(result, "Lowering"),
            output => Assert.Contains(output.Reason, new[] { Reason.Unchanged, Reason.Cached })
        );
        foreach (var stage in Later.Prepend("Resolution"))
        {
            Assert.Equal(3, Outputs(result, stage).Count());
            Assert.All(Outputs(result, stage), output => Assert.Equal(Reason.Cached, output.Reason));
        }

        var printed = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        Assert.All(printed, output => Assert.Equal(Reason.Cached, output.Reason));
    }

    /// <summary>For each class what became of its step.</summary>
    private static IEnumerable<(string Class, Reason Reason)> Outputs(GeneratorRunResult result, string stage) =>
        result
            .TrackedSteps[stage]
            .SelectMany(step => step.Outputs)
            .Select(output => (NameOf(output.Value), output.Reason));

    private static string NameOf(object value) =>
        value switch
        {
            Declaration declaration => declaration.Name,
            ResolvedDeclaration resolved => resolved.Declaration.Name,
            LinkedDeclaration linked => linked.Declaration.Name,
            DifferentiatedDeclaration differentiated => differentiated.Linked.Declaration.Name,
            ScheduledDeclaration scheduled => scheduled.Declaration.Name,
            _ => value.ToString()!,
        };
}
