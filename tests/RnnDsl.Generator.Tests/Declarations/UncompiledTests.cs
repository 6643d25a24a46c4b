using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RnnDsl.Generator.Declarations;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>No class is without code in silence, though an error of the compiler in it is gone in the end.</summary>
public sealed class UncompiledTests
{
    private const string Scaled = """
        [Layer]
        public partial class Scaled
        {
            Dense<Value, Value> head;
            public Vec<Value> Forward(Vec<Value> x) => Rates.Slow * head.Apply(x);
        }
        """;

    private const string Rates = "public static class Rates { public const float Slow = 0.5f; }";

    [Fact]
    public void A_name_that_another_generator_declares()
    {
        var (said, files) = Compile(new Other(Rates), Scaled);

        var error = Assert.Single(said);
        Assert.Equal("RNN079", error.Id);
        var message = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("'Scaled' has no generated code", message, StringComparison.Ordinal);
        Assert.Contains("'CS0103: The name 'Rates' does not exist", message, StringComparison.Ordinal);
        Assert.Equal("Scaled", error.Location.SourceTree!.ToString().Substring(error.Location.SourceSpan.Start, 6));
        Assert.Contains(Uncompiled.File, files);
    }

    [Fact]
    public void A_field_whose_type_another_generator_declares()
    {
        var (said, _) = Compile(
            new Other("public readonly struct Deep : RnnDsl.IDim;"),
            "[Layer] public partial class M { Dense<Value, Deep> d; public Vec<Deep> Forward(Vec<Value> x) => d.Apply(x); }"
        );

        Assert.Equal(["RNN079"], said.Select(error => error.Id).Distinct());
    }

    /// <summary>The model of a training has the error; the training itself has none.</summary>
    [Fact]
    public void What_is_made_of_a_class_without_code_is_not_reported()
    {
        const string Training =
            "[Training] public partial class T { Scaled model; Scalar Loss(Vec<Value> x, Vec<Value> y) => MeanSquaredError(model.Forward(x), y); }";
        var (said, _) = Compile(new Other(Rates), Scaled + Training);

        var error = Assert.Single(said);
        Assert.Contains(
            "'Scaled'",
            error.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_error_that_stays_is_the_compilers_alone()
    {
        var (said, _) = Compile(new Other("class Nothing;"), Scaled);
        Assert.Equal(["CS0103"], said.Select(error => error.Id));
    }

    [Fact]
    public void A_project_without_errors_has_no_list()
    {
        var (said, files) = Compile(new Other("class Nothing;"), Rates + Scaled);
        Assert.Empty(said);
        Assert.DoesNotContain(Uncompiled.File, files);
    }

    private static (IReadOnlyList<Diagnostic> Errors, IEnumerable<string> Files) Compile(Other other, string source)
    {
        var driver = CSharpGeneratorDriver
            .Create(
                [new RnnGenerator().AsSourceGenerator(), other.AsSourceGenerator()],
                parseOptions: Compilations.ParseOptions
            )
            .RunGeneratorsAndUpdateCompilation(
                Compilations.Of(source, Lowering.Dims),
                out var compilation,
                out var fromGenerators,
                TestContext.Current.CancellationToken
            );
        var said = compilation
            .WithAnalyzers([new RnnSuppressor(), new UncompiledAnalyzer()])
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken)
            .GetAwaiter()
            .GetResult();
        return (
            [.. said.Concat(fromGenerators).Where(each => each.Severity == DiagnosticSeverity.Error)],
            driver.GetRunResult().Results[0].GeneratedSources.Select(file => file.HintName)
        );
    }

    private sealed class Other(string source) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(
                context.CompilationProvider,
                (output, _) => output.AddSource("Other.g.cs", source)
            );
    }
}
