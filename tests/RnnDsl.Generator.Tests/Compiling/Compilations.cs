using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Tests.Repository;

namespace RnnDsl.Generator.Tests.Compiling;

/// <summary>A user's project in memory: net10.0, the library, and the global usings that the package brings.</summary>
internal static class Compilations
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    // Compilations that grow from one share the symbols of what they reference, which takes longer than most sources.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Test",
        references: FindReferences(),
        options: new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
    );

    private static readonly Lazy<string> GlobalUsings = new(WriteGlobalUsings);
    private static readonly Lazy<MetadataReference[]> Tensors = new(() =>
        [
            .. new[] { "RnnDsl.Torch.dll", "TorchSharp.dll" }.Select(file =>
                MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file))
            ),
        ]
    );

    /// <summary>The first source is <c>Test0.cs</c>, the next <c>Test1.cs</c>, and so on.</summary>
    public static CSharpCompilation Of(params string[] sources) =>
        Empty.AddSyntaxTrees(
            sources
                .Select((source, i) => Parse(source, FormattableString.Invariant($"Test{i}.cs")))
                .Append(Parse(GlobalUsings.Value, "GlobalUsings.cs"))
        );

    /// <summary>A project that references the tensors too: the library's, and the stand-in's of TorchSharp.</summary>
    public static CSharpCompilation WithTensors(params string[] sources) => Of(sources).AddReferences(Tensors.Value);

    /// <summary>Runs a generator; stages are tracked, so that a test can ask why one ran.</summary>
    public static GeneratorDriver Run(IIncrementalGenerator generator, params string[] sources) =>
        Driver(generator).RunGenerators(Of(sources));

    public static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );

    /// <summary>The same project with the version of C# that it is compiled as.</summary>
    public static CSharpCompilation As(this CSharpCompilation project, LanguageVersion version) =>
        project
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(
                project.SyntaxTrees.Select(tree =>
                    tree.WithRootAndOptions(tree.GetRoot(), ParseOptions.WithLanguageVersion(version))
                )
            );

    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    // What the SDK and RnnDsl.props put in front of a user's file.
    private static string WriteGlobalUsings()
    {
        string[] always = ["System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.IO"];
        var props = XDocument.Parse(RepositoryFiles.Read("src/RnnDsl/build/RnnDsl.props"));
        var brought = props.Descendants("Using").Select(Using);
        return string.Concat(always.Select(x => $"using {x};").Concat(brought).Select(x => $"global {x}\n"));
    }

    private static string Using(XElement item) =>
        item.Attribute("Alias") is { } alias ? $"using {alias.Value} = global::{item.Attribute("Include")!.Value};"
        : item.Attribute("Static") is not null ? $"using static {item.Attribute("Include")!.Value};"
        : $"using {item.Attribute("Include")!.Value};";

    private static List<MetadataReference> FindReferences()
    {
        // The assemblies of the running test replace the reference assemblies, which a runtime lacks.
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var files = Directory
            .EnumerateFiles(runtime, "*.dll")
            .Where(x =>
                Path.GetFileName(x) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
            )
            .Where(x => !x.EndsWith(".Native.dll", StringComparison.Ordinal))
            .Append(Path.Combine(AppContext.BaseDirectory, "RnnDsl.dll"));
        return [.. files.Select(x => MetadataReference.CreateFromFile(x))];
    }
}
