using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Generator.Tests.Declarations;
using RnnDsl.Generator.Tests.Repository;

namespace RnnDsl.Generator.Tests.Passing;

/// <summary>The property RnnDslPrint: a file of comments that says what each pass left of a class, and nothing else changes.</summary>
public sealed class PrintSwitchTests
{
    private const string Source = """
        namespace Nets;

        [Layer]
        public partial class Forecaster
        {
            Lstm<Value, Hidden> rnn;
            Dense<Hidden, Value> head;
            public Vec<Value> Forward(Seq<Value> xs) => head.Apply(rnn.Scan(xs).Last);
        }
        [Layer]
        public partial class FromTheEnd
        {
            Lstm<Value, Hidden> rnn;
            public Seq<Hidden> Forward(Seq<Value> xs) => Reverse(rnn.Scan(Reverse(xs)));
        }
        [Layer]
        public partial class Broken
        {
            Dense<Hidden, Value> head;
            public Vec<Value> Forward(Vec<Value> x) => head.Apply(x);
        }
        [Training]
        public partial class ForecasterTraining
        {
            Forecaster model;
            Scalar Loss(Seq<Value> xs, Vec<Value> y) => MeanSquaredError(model.Forward(xs), y);
        }
        """;

    [Fact]
    public void It_is_off_by_default()
    {
        var run = Run(null);

        Assert.DoesNotContain(run.GeneratedSources, file => file.HintName.Contains(".Passes."));
        Assert.False(run.TrackedSteps.ContainsKey("Passes"));
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "RNN064");
    }

    [Theory]
    [InlineData("Forecaster")]
    [InlineData("Nets.Forecaster")]
    [InlineData("Forecaster, ForecasterTraining")]
    public void The_class_that_it_names_has_a_file_more_and_all_others_stay(string names)
    {
        var (without, with) = (Run(null), Run(names));

        var added = with.GeneratedSources.Where(file =>
            file.HintName.EndsWith(".Passes.g.cs", StringComparison.Ordinal)
        );
        Assert.Equal(
            names.Split(',').Select(name => "Nets." + name.Trim().Split('.').Last() + ".Passes.g.cs"),
            added.Select(file => file.HintName)
        );
        Assert.Equal(
            without.GeneratedSources.Select(file => (file.HintName, file.SourceText.ToString())),
            with.GeneratedSources.Except(added).Select(file => (file.HintName, file.SourceText.ToString()))
        );
    }

    [Theory]
    [InlineData("Forecaster", nameof(Passes.Inference), nameof(Passes.Stream))]
    [InlineData("ForecasterTraining", nameof(Passes.Training))]
    public void The_file_names_each_pass_in_order(string name, params string[] lists)
    {
        var lines = Lines(name);

        var named = lines.Where(line => line.StartsWith("// == ", StringComparison.Ordinal)).Select(NameOf).ToList();
        var all = lists.SelectMany(list =>
            (IReadOnlyList<Generator.Passing.Pass>)typeof(Passes).GetProperty(list)!.GetValue(null)!
        );
        var expected = all.Select(pass => pass.Name)
            .Where(pass => pass is not ("carried states" or "window shares"))
            .ToList();
        // What both programs of a layer begin with has run once.
        if (lists.Length > 1)
        {
            var linked = Passes.Linked.Select(pass => pass.Name).ToList();
            expected =
            [
                .. expected.Take(linked.Count),
                .. expected.Skip(linked.Count).Where(pass => !linked.Contains(pass)),
            ];
        }

        Assert.Equal(expected, named);
        Assert.All(lines.SkipLast(1), line => Assert.StartsWith("//", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_program_is_printed_for_each_target()
    {
        var driver = Driver("Forecaster").RunGenerators(Compilations.WithTensors(Source, Lowering.Dims));
        var lines = LinesOf(driver.GetRunResult().Results[0], "Forecaster");

        Assert.Equal(
            [
                "Nets.Forecaster.Forward",
                "The program of Predict, for the target Simd",
                "The program of Predict, for the target Torch",
                "A step of Stream",
                "The program of Stream, for the target Simd",
            ],
            lines
                .Where(line => line.StartsWith("// ==== ", StringComparison.Ordinal))
                .Select(line => line["// ==== ".Length..])
        );
        // Several steps run as one on the CPU; what tensors compute ahead is a pass of that target.
        Assert.Equal(2, lines.Count(line => line.StartsWith("// == independent loops:", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith("// == ahead values:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pass_that_changes_nothing_prints_no_text()
    {
        var lines = Lines("Forecaster");

        Assert.Equal("", TextAfter(lines, "reversals"));
        Assert.StartsWith("program Forward", TextAfter(lines, "plan"), StringComparison.Ordinal);
        Assert.Contains("scan", TextAfter(Lines("FromTheEnd"), "reversals"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_after_the_last_pass_is_the_program_that_is_printed()
    {
        var run = Run("ForecasterTraining");
        var program = run.TrackedSteps["Scheduling"]
            .SelectMany(step => step.Outputs)
            .Select(output => ((ScheduledDeclaration)output.Value).Train)
            .OfType<Program>()
            .Single();

        var lines = ProgramText.Print(program).TrimEnd().Split('\n').Select(line => ("// " + line).TrimEnd());
        var text = string.Join('\n', Lines("ForecasterTraining"));
        var last = text.LastIndexOf("// program ", StringComparison.Ordinal);
        Assert.StartsWith(string.Join('\n', lines), text[last..], StringComparison.Ordinal);
        Assert.EndsWith("// The end.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_with_an_error_says_so() =>
        Assert.Contains(
            "It has an error, and no program.",
            string.Join('\n', Lines("Broken")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_name_of_no_class_is_a_warning()
    {
        var run = Run("Forecastre, Forecaster");

        var said = Assert.Single(run.Diagnostics, d => d.Id == "RNN064");
        Assert.Contains("'Forecastre'", said.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Warning, said.Severity);
    }

    /// <summary>Set for a whole build it reaches projects that do not have the class.</summary>
    [Fact]
    public void The_warning_stays_one_where_warnings_are_errors()
    {
        var strict = Project.WithOptions(Project.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error));

        Driver("Forecastre")
            .RunGeneratorsAndUpdateCompilation(strict, out _, out var said, TestContext.Current.CancellationToken);

        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(said, d => d.Id == "RNN064").Severity);
    }

    [Fact]
    public void The_package_hands_the_property_and_the_variable_of_the_environment_to_the_generator()
    {
        var props = XDocument.Parse(RepositoryFiles.Read("src/RnnDsl/build/RnnDsl.props"));

        Assert.Contains(
            props.Descendants("CompilerVisibleProperty"),
            item => "build_property." + item.Attribute("Include")!.Value == PassFile.Property
        );
        Assert.Equal("$(RNNDSL_PRINT)", Assert.Single(props.Descendants("RnnDslPrint")).Value);
    }

    [Fact]
    public void Turning_it_on_compiles_nothing_else_again()
    {
        var driver = Driver(null).RunGenerators(Project, TestContext.Current.CancellationToken);

        var again = driver
            .WithUpdatedAnalyzerConfigOptions(new Options("Forecaster"))
            .RunGenerators(Project, TestContext.Current.CancellationToken);

        var steps = again.GetRunResult().Results[0].TrackedSteps;
        Assert.All(
            new[] { "Linking", "Differentiation", "Scheduling", "Printing" }.SelectMany(name => steps[name]),
            step => Assert.All(step.Outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason))
        );
        Assert.Single(steps["Passes"]);
    }

    private static readonly CSharpCompilation Project = Compilations.Of(Source, Lowering.Dims);

    private static GeneratorRunResult Run(string? property) =>
        Driver(property).RunGenerators(Project).GetRunResult().Results[0];

    private static GeneratorDriver Driver(string? property) =>
        Compilations.Driver(new RnnGenerator()).WithUpdatedAnalyzerConfigOptions(new Options(property));

    private static string[] Lines(string name) => LinesOf(Run(name), name);

    private static string[] LinesOf(GeneratorRunResult run, string name) =>
        run
            .GeneratedSources.Single(file => file.HintName == $"Nets.{name}.Passes.g.cs")
            .SourceText.ToString()
            .Split('\n');

    private static string NameOf(string line) => line["// == ".Length..line.IndexOf(':', StringComparison.Ordinal)];

    private static string TextAfter(string[] lines, string pass) =>
        string.Join(
                '\n',
                lines
                    .SkipWhile(line => !line.StartsWith($"// == {pass}:", StringComparison.Ordinal))
                    .Skip(1)
                    .TakeWhile(line => !line.StartsWith("// ==", StringComparison.Ordinal))
                    .Select(line => line.Length > 3 ? line[3..] : "")
            )
            .Trim();

    private sealed class Options(string? property) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global(property);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Global(string? property) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.RnnDslPrint" ? property : null;
                return value is not null;
            }
        }
    }
}
